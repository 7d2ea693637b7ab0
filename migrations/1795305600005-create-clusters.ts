import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sets of pictures: those of the nightly job and those of people. */
export class CreateClusters1795305600005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLUSTERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE image_cluster_members, image_clusters');
  }
}

const CLUSTERS = `
  CREATE TABLE image_clusters (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    kind text NOT NULL CHECK (kind IN ('kmeans', 'user')),
    origin text,
    parent_id uuid REFERENCES image_clusters ON DELETE SET NULL,
    description text,
    centroid vector,
    model_id smallint REFERENCES models,
    size integer NOT NULL DEFAULT 0 CHECK (size >= 0),
    cohesion real,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  ALTER TABLE image_clusters ALTER COLUMN centroid SET STORAGE PLAIN;
  CREATE UNIQUE INDEX image_clusters_kmeans_name ON image_clusters (name) WHERE kind = 'kmeans';
  COMMENT ON TABLE image_clusters IS 'Sets of pictures: kmeans ones belong to the nightly job, user ones to people (see the ledger).';
  COMMENT ON COLUMN image_clusters.origin IS 'Where an album came from, for example facebook.';

  CREATE TABLE image_cluster_members (
    cluster_id uuid NOT NULL REFERENCES image_clusters ON DELETE CASCADE,
    document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    similarity real,
    added_by text NOT NULL CHECK (added_by IN ('job', 'person')),
    PRIMARY KEY (cluster_id, document_id)
  );
  CREATE INDEX image_cluster_members_document ON image_cluster_members (document_id);
  COMMENT ON TABLE image_cluster_members IS 'Which pictures stand in which cluster, and who put them there.';`;
