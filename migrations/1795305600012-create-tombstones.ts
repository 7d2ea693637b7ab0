import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is left of forgotten pictures: a mark that keeps their files away, and what must still be removed. */
export class CreateTombstones1795305600012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [TOMBSTONES, FORGETTING, HIDDEN, LEDGER]) await runner.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('Without their marks forgotten pictures would come back. Restore a backup instead.');
  }
}

const TOMBSTONES = `
  CREATE TABLE tombstones (
    content_hash text PRIMARY KEY CHECK (content_hash ~ '^[0-9a-f]{64}$'),
    bytes bigint NOT NULL,
    forgotten_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE INDEX tombstones_bytes ON tombstones (bytes);
  COMMENT ON TABLE tombstones IS 'Bytes of forgotten pictures: a file with them is not read in again.';
  COMMENT ON COLUMN tombstones.bytes IS 'Their number: a file of another size need not be hashed.';`;

const FORGETTING = `
  CREATE TABLE forgetting (
    document_id uuid PRIMARY KEY,
    said_by text NOT NULL CHECK (said_by LIKE 'person:_%'),
    with_sidecar boolean NOT NULL,
    is_gone boolean NOT NULL DEFAULT false,
    content_hashes text[] NOT NULL DEFAULT '{}',
    sidecars jsonb NOT NULL DEFAULT '[]'
  );
  CREATE INDEX forgetting_rows ON forgetting (document_id) WHERE NOT is_gone;
  COMMENT ON TABLE forgetting IS 'What a person confirmed is to be forgotten, until nothing of it is left: so that a forgetting that was cut off is finished.';
  COMMENT ON COLUMN forgetting.is_gone IS 'Its rows are; its files, named by the columns behind, may be there still.';`;

const HIDDEN = 'CREATE INDEX documents_hidden ON documents (stack_id) WHERE hidden;';

// A decision to forget opens, for its transaction, the one door in the ledger: what was said about documents that are no more.
const LEDGER = `
  CREATE OR REPLACE FUNCTION ledger_note_decision() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.actor IS DISTINCT FROM current_setting('image_explorer.actor', true) THEN
      RAISE EXCEPTION 'A decision of % cannot be written by %.', NEW.actor, coalesce(nullif(current_setting('image_explorer.actor', true), ''), 'nobody')
        USING ERRCODE = 'IE001';
    END IF;
    PERFORM set_config('image_explorer.decision', pg_current_xact_id()::text, true);
    IF NEW.kind = 'forget' THEN PERFORM set_config('image_explorer.forget', pg_current_xact_id()::text, true); END IF;
    RETURN NEW;
  END $$;

  CREATE FUNCTION ledger_may_forget() RETURNS boolean LANGUAGE sql AS $$
    SELECT coalesce(current_setting('image_explorer.forget', true), '') = pg_current_xact_id()::text
      AND current_setting('image_explorer.actor', true) LIKE 'person:_%'
  $$;

  CREATE OR REPLACE FUNCTION ledger_keep_decision() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.payload = '{}'
      AND (NEW.id, NEW.at, NEW.actor, NEW.kind, NEW.undoes) IS NOT DISTINCT FROM (OLD.id, OLD.at, OLD.actor, OLD.kind, OLD.undoes)
      AND ledger_may_forget() THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Decisions are never changed or deleted.' USING ERRCODE = 'IE001';
  END $$;

  CREATE OR REPLACE FUNCTION ledger_keep_subject() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' AND ledger_may_forget() AND (
      OLD.kind = 'document' AND NOT EXISTS (SELECT FROM documents WHERE id = OLD.subject_id)
      OR OLD.kind = 'proposal' AND NOT EXISTS (SELECT FROM proposals WHERE id = OLD.subject_id)) THEN
      RETURN OLD;
    END IF;
    RAISE EXCEPTION 'Decisions are never changed or deleted.' USING ERRCODE = 'IE001';
  END $$;`;
