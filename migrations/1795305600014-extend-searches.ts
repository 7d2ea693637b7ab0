import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Saved searches have names of their own, it is known up to when pictures were matched with them, and a kept query has parts. */
export class ExtendSearches1795305600014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE saved_searches ADD COLUMN matched_at timestamptz(3);
      CREATE UNIQUE INDEX saved_searches_name ON saved_searches (lower(name));
      CREATE INDEX documents_created ON documents (created_at);
      UPDATE similarity_log SET options = jsonb_build_object('parts', jsonb_build_array(jsonb_strip_nulls(options)));
      COMMENT ON COLUMN saved_searches.query IS 'Ids, words and numbers of the query with its cut and filters: no vector, nothing of an uploaded file.';
      COMMENT ON COLUMN saved_searches.matched_at IS 'When new pictures were last matched with it; null: never yet.';`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE similarity_log SET options = options #> '{parts,0}';
      DROP INDEX documents_created, saved_searches_name;
      ALTER TABLE saved_searches DROP COLUMN matched_at;`);
  }
}
