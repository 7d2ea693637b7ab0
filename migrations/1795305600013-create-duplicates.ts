import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Pictures that are nearly the same, as a job finds them; what people say about them stands in annotations. */
export class CreateDuplicates1795305600013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [PAIRS, SEARCHES, MARKS, keepSubjects(UNSAID_OF_FORGOTTEN)]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(keepSubjects(''));
    await runner.query('DROP INDEX annotations_duplicate; DROP TABLE duplicate_searches, duplicate_pairs');
  }
}

const PAIRS = `
  CREATE TABLE duplicate_pairs (
    model_id smallint NOT NULL REFERENCES models,
    first_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    second_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('same', 'near')),
    hash_distance smallint NOT NULL CHECK (hash_distance BETWEEN 0 AND 64),
    is_mirrored boolean NOT NULL,
    cosine real NOT NULL,
    PRIMARY KEY (model_id, first_id, second_id),
    CHECK (first_id < second_id)
  );
  CREATE INDEX duplicate_pairs_first ON duplicate_pairs (first_id);
  CREATE INDEX duplicate_pairs_second ON duplicate_pairs (second_id);
  COMMENT ON TABLE duplicate_pairs IS 'Documents that show the same, by perceptual hash and vector of one model together. Made by a job; what a person said of them stands in annotations.';
  COMMENT ON COLUMN duplicate_pairs.kind IS 'same: one picture saved again. near: cropped, retouched, mirrored, or the next of a burst.';
  COMMENT ON COLUMN duplicate_pairs.hash_distance IS 'Bits of the perceptual hashes that differ; of one of them mirrored where is_mirrored.';`;

const SEARCHES = `
  CREATE TABLE duplicate_searches (
    document_id uuid PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    embedding_id bigint NOT NULL,
    version integer NOT NULL
  );
  COMMENT ON TABLE duplicate_searches IS 'With which vector (and so which model) and by which version of the rule duplicates of a document were looked for, even where there were none.';`;

const MARKS = `CREATE INDEX annotations_duplicate ON annotations (document_id) WHERE field IN ('duplicate', 'spareFiles');`;

// As the migration before left it, and with a second door for a decision to forget: what is said at other documents of those that are no more.
function keepSubjects(more: string): string {
  return `
  CREATE OR REPLACE FUNCTION ledger_keep_subject() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' AND ledger_may_forget() AND (
      OLD.kind = 'document' AND NOT EXISTS (SELECT FROM documents WHERE id = OLD.subject_id)
      OR OLD.kind = 'proposal' AND NOT EXISTS (SELECT FROM proposals WHERE id = OLD.subject_id)) THEN
      RETURN OLD;
    END IF;${more}
    RAISE EXCEPTION 'Decisions are never changed or deleted.' USING ERRCODE = 'IE001';
  END $$;`;
}

const UNSAID_OF_FORGOTTEN = `
    IF TG_OP = 'UPDATE' AND ledger_may_forget() AND to_jsonb(NEW) - 'change' = to_jsonb(OLD) - 'change'
      AND NEW.change = OLD.change - ARRAY(SELECT k FROM jsonb_object_keys(OLD.change) AS k WHERE NOT NEW.change ? k)
      AND NOT EXISTS (SELECT FROM jsonb_object_keys(OLD.change) AS k WHERE NOT NEW.change ? k
        AND (k NOT LIKE 'notDuplicates/%' OR EXISTS (SELECT FROM documents d WHERE d.id::text = split_part(k, '/', 2)))) THEN
      RETURN NEW;
    END IF;`;
