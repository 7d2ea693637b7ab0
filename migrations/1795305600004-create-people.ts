import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Faces, whoever found them, and the people they belong to. */
export class CreatePeople1795305600004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [PERSONS, FACES]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE face_embeddings, faces, face_clusters, document_people, persons');
  }
}

const PERSONS = `
  CREATE TABLE persons (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    merged_into uuid REFERENCES persons,
    hidden boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  COMMENT ON TABLE persons IS 'People, as a person named them.';

  CREATE TABLE document_people (
    document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    person_id uuid NOT NULL REFERENCES persons ON DELETE CASCADE,
    PRIMARY KEY (document_id, person_id)
  );
  CREATE INDEX document_people_person ON document_people (person_id, document_id);
  COMMENT ON TABLE document_people IS 'Who is in a picture though no face of theirs was found, said by a person.';`;

const FACES = `
  CREATE TABLE face_clusters (
    id uuid PRIMARY KEY,
    model_id smallint NOT NULL REFERENCES models,
    size integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  COMMENT ON TABLE face_clusters IS 'Faces a job takes for the same person.';

  CREATE TABLE faces (
    id uuid PRIMARY KEY,
    document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    frame_ms integer CHECK (frame_ms >= 0),
    track_id uuid,
    box double precision[] NOT NULL CHECK (array_length(box, 1) = 4),
    landmarks double precision[] CHECK (array_length(landmarks, 1) = 10),
    origin text NOT NULL CHECK (origin IN ('detector', 'photos', 'person')),
    detector_model_id smallint REFERENCES models,
    score real,
    quality real,
    person_id uuid REFERENCES persons,
    cluster_id uuid REFERENCES face_clusters ON DELETE SET NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'confirmed', 'rejected', 'not-a-face'))
  );
  CREATE INDEX faces_document ON faces (document_id);
  CREATE INDEX faces_person ON faces (person_id, document_id) WHERE person_id IS NOT NULL;
  CREATE INDEX faces_cluster ON faces (cluster_id) WHERE cluster_id IS NOT NULL;
  COMMENT ON TABLE faces IS 'Boxes of faces. Their identity is (document, frame, box), whatever model found them.';
  COMMENT ON COLUMN faces.box IS 'x, y, width, height in fractions 0..1 of the upright picture.';

  CREATE TABLE face_embeddings (
    face_id uuid NOT NULL REFERENCES faces ON DELETE CASCADE,
    model_id smallint NOT NULL REFERENCES models,
    dims smallint NOT NULL,
    embedding vector NOT NULL CHECK (vector_dims(embedding) = dims),
    PRIMARY KEY (face_id, model_id)
  );
  ALTER TABLE face_embeddings ALTER COLUMN embedding SET STORAGE PLAIN;
  COMMENT ON TABLE face_embeddings IS 'One vector per face under one model.';`;
