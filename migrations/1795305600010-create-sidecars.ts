import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The sidecars that are known, what each revision said, and what was said in them elsewhere and could not be merged. */
export class CreateSidecars1795305600010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [QUEUE, SIDECARS, MERGES]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sidecar_conflicts, sidecar_bases, sidecars');
    await runner.query('ALTER TABLE sidecar_outbox DROP COLUMN claimed_until, DROP COLUMN retry_at');
  }
}

const QUEUE = `
  ALTER TABLE sidecar_outbox ADD COLUMN claimed_until timestamptz, ADD COLUMN retry_at timestamptz;
  COMMENT ON COLUMN sidecar_outbox.claimed_until IS 'A process writes it until then; in the past: one began once.';
  COMMENT ON COLUMN sidecar_outbox.retry_at IS 'Not tried before, because it failed.';`;

const SIDECARS = `
  CREATE TABLE sidecars (
    document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    root_id uuid REFERENCES roots ON DELETE CASCADE,
    path text NOT NULL CHECK (path <> ''),
    revision integer NOT NULL CHECK (revision > 0),
    content_hash text,
    hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
    bytes integer NOT NULL,
    modified_ms double precision NOT NULL,
    checked_at timestamptz(3) NOT NULL DEFAULT now(),
    written_at timestamptz(3),
    UNIQUE NULLS NOT DISTINCT (root_id, path)
  );
  CREATE INDEX sidecars_document ON sidecars (document_id);
  COMMENT ON TABLE sidecars IS 'Sidecars as they were last read or written. What is in the file since then is told by size, time and hash.';
  COMMENT ON COLUMN sidecars.root_id IS 'Null: in the data folder.';
  COMMENT ON COLUMN sidecars.content_hash IS 'The picture it names.';
  COMMENT ON COLUMN sidecars.checked_at IS 'When it was read. A file changed within two seconds of that may have been changed again without another time.';
  COMMENT ON COLUMN sidecars.written_at IS 'Null: it was only read, for example one beside a copy of the picture.';`;

const MERGES = `
  CREATE TABLE sidecar_bases (
    document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    revision integer NOT NULL CHECK (revision > 0),
    facts jsonb NOT NULL,
    PRIMARY KEY (document_id, revision)
  );
  COMMENT ON TABLE sidecar_bases IS 'What the last revisions of a sidecar said, by key: what an outside change began with.';

  CREATE TABLE sidecar_conflicts (
    document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    key text NOT NULL CHECK (key <> ''),
    theirs jsonb,
    at timestamptz(3) NOT NULL DEFAULT now(),
    PRIMARY KEY (document_id, key)
  );
  COMMENT ON TABLE sidecar_conflicts IS 'Words of a sidecar that differ from ours although both began with others; SQL null: there they were taken back.';`;
