import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the nightly clustering and the map of the archive are stored in (docs/decisions/018 says why in generations). */
export class CreateKmeans1795305600017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [MEMBERS, PROFILES, MAP, REASONS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE proposals DROP COLUMN reason;
      DROP VIEW cluster_members;
      DROP TABLE map_points, cluster_samples, kmeans_members;
      ALTER TABLE image_clusters DROP COLUMN shadows, DROP COLUMN looks_like`);
  }
}

// Rows of a generation are written in small steps and read once the setting names it: one swap, and nobody waits for 100,000 rows.
const MEMBERS = `
  CREATE TABLE kmeans_members (
    document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    generation integer NOT NULL,
    cluster_id uuid NOT NULL,
    PRIMARY KEY (document_id, generation)
  );
  CREATE INDEX kmeans_members_cluster ON kmeans_members (cluster_id, generation);
  COMMENT ON TABLE kmeans_members IS 'Which pictures the nightly job put into which kmeans cluster; the setting clusters.generation names the rows that are read.';
  CREATE VIEW cluster_members AS
    SELECT cluster_id, document_id FROM image_cluster_members
    UNION ALL
    SELECT cluster_id, document_id FROM kmeans_members
    WHERE generation = (SELECT (value #>> '{}')::integer FROM settings WHERE key = 'clusters.generation');
  COMMENT ON VIEW cluster_members IS 'Pictures of clusters of both kinds, as readers see them.';`;

const PROFILES = `
  ALTER TABLE image_clusters
    ADD COLUMN shadows uuid REFERENCES image_clusters ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
    ADD COLUMN looks_like text[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT image_clusters_shadows CHECK (shadows IS NULL OR kind = 'kmeans');
  CREATE INDEX image_clusters_shadows ON image_clusters (shadows) WHERE shadows IS NOT NULL;
  COMMENT ON COLUMN image_clusters.shadows IS 'Of a kmeans cluster that is not shown: the user cluster that it was made into or would only repeat.';
  COMMENT ON COLUMN image_clusters.centroid IS 'Unit mean of its pictures under model_id; null until computed and whenever its pictures change.';
  COMMENT ON COLUMN image_clusters.cohesion IS 'Mean cosine of its pictures to the centroid.';
  COMMENT ON COLUMN image_clusters.looks_like IS 'Words that the text encoder finds nearest to the centroid, best first.';
  CREATE TABLE cluster_samples (
    cluster_id uuid NOT NULL REFERENCES image_clusters ON DELETE CASCADE,
    place smallint NOT NULL,
    document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    PRIMARY KEY (cluster_id, place)
  );
  CREATE INDEX cluster_samples_document ON cluster_samples (document_id);
  COMMENT ON TABLE cluster_samples IS 'Pictures that stand for a cluster: the one nearest its centre first, then those that spread.';`;

const MAP = `
  CREATE TABLE map_points (
    document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    generation integer NOT NULL,
    x real NOT NULL,
    y real NOT NULL,
    PRIMARY KEY (document_id, generation)
  );
  COMMENT ON TABLE map_points IS 'Where pictures stand on the map of the archive, 0..1; the setting map.generation names the rows that are read.';`;

const REASONS = `
  ALTER TABLE proposals ADD COLUMN reason text CHECK (reason IN ('near', 'grouped'));
  COMMENT ON COLUMN proposals.reason IS 'near: as near to the centre of the cluster as its own pictures; grouped: in the automatic group that the cluster covers. Null: like a picture of which it was said.';`;
