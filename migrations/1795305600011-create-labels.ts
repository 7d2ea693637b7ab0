import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a model sees in pictures, and who may do what with proposals. */
export class CreateLabels1795305600011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [LABELS, PROPOSALS, GUARD]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION ledger_guard_proposal() CASCADE;
      DROP TRIGGER ledger_whole ON proposals;
      ALTER TABLE proposals DROP COLUMN decision_id;
      DROP TABLE document_labels, labelled_documents;`);
  }
}

const LABELS = `
  CREATE TABLE document_labels (
    document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    label text NOT NULL CHECK (label <> ''),
    score real NOT NULL,
    model_id smallint NOT NULL REFERENCES models,
    PRIMARY KEY (document_id, label)
  );
  COMMENT ON TABLE document_labels IS 'Words of the list that a model is sure of in a picture. Made by a job; what a person said stands in annotations.';
  COMMENT ON COLUMN document_labels.score IS 'Similarity of the picture and the word.';

  CREATE TABLE labelled_documents (
    document_id uuid PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    embedding_id bigint NOT NULL,
    version integer NOT NULL
  );
  COMMENT ON TABLE labelled_documents IS 'Of which vector (and so which model) and by which version of words and threshold labels were made, even where there were none.';`;

const PROPOSALS = `
  ALTER TABLE proposals ADD COLUMN decision_id uuid REFERENCES decisions;
  CREATE INDEX proposals_decision ON proposals (decision_id) WHERE state = 'open';
  CREATE INDEX proposals_subject ON proposals (subject_id);
  COMMENT ON COLUMN proposals.decision_id IS 'What a person said of the pictures that this one is like.';`;

// Jobs propose and may take an open proposal back or score it anew; what a person answered is theirs.
const GUARD = `
  CREATE FUNCTION ledger_guard_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF (TG_OP <> 'INSERT' AND OLD.state <> 'open') OR (TG_OP <> 'DELETE' AND NEW.state <> 'open')
      OR (TG_OP = 'UPDATE' AND (NEW.id, NEW.kind, NEW.subject_id, NEW.target) IS DISTINCT FROM (OLD.id, OLD.kind, OLD.subject_id, OLD.target)) THEN
      PERFORM ledger_require_person('proposals');
    END IF;
    RETURN coalesce(NEW, OLD);
  END $$;
  CREATE TRIGGER ledger_guard BEFORE INSERT OR UPDATE OR DELETE ON proposals FOR EACH ROW EXECUTE FUNCTION ledger_guard_proposal();
  CREATE TRIGGER ledger_whole BEFORE TRUNCATE ON proposals EXECUTE FUNCTION ledger_guard_table();`;
