import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What past searches taught about the scores of searches like them. */
export class CreateScoreStatistics1795305600016 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE score_statistics (
        model_id smallint NOT NULL REFERENCES models,
        query_kind text NOT NULL CHECK (query_kind IN ('image', 'upload', 'text', 'region', 'frame', 'mixture')),
        queries integer NOT NULL CHECK (queries > 0),
        log_scale double precision NOT NULL,
        variance double precision NOT NULL CHECK (variance >= 0),
        chance_variance double precision NOT NULL CHECK (chance_variance >= 0),
        PRIMARY KEY (model_id, query_kind)
      );
      COMMENT ON TABLE score_statistics IS 'Running figures of the tails of scores by model and kind of query: nothing of who asked, what for, or what was found. Rows of models that are not used any more stay.';
      COMMENT ON COLUMN score_statistics.queries IS 'How many they are of; what is older than the last few hundred fades.';
      COMMENT ON COLUMN score_statistics.log_scale IS 'Mean of the logarithm of the fitted scale of the tail.';
      COMMENT ON COLUMN score_statistics.variance IS 'Of that logarithm.';
      COMMENT ON COLUMN score_statistics.chance_variance IS 'How much of it comes of fitting each tail to few scores.';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE score_statistics');
  }
}
