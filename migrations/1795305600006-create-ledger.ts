import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people said: decisions, their current state, what jobs propose, and the sidecars that are still to be written. */
export class CreateLedger1795305600006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [DECISIONS, ANNOTATIONS, PROPOSALS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sidecar_outbox, proposals, annotations, decision_subjects, decisions');
  }
}

const DECISIONS = `
  CREATE TABLE decisions (
    id uuid PRIMARY KEY,
    at timestamptz(3) NOT NULL,
    actor text NOT NULL CHECK (actor LIKE 'person:%'),
    kind text NOT NULL CHECK (kind <> ''),
    payload jsonb NOT NULL,
    undoes uuid REFERENCES decisions,
    redacted_at timestamptz
  );
  CREATE INDEX decisions_at ON decisions (at DESC, id DESC);
  CREATE INDEX decisions_undoes ON decisions (undoes) WHERE undoes IS NOT NULL;
  COMMENT ON TABLE decisions IS 'Everything people said, in order. Rows are never changed or deleted; forget blanks a payload once.';

  CREATE TABLE decision_subjects (
    decision_id uuid NOT NULL REFERENCES decisions,
    kind text NOT NULL CHECK (kind IN ('document', 'face', 'person', 'cluster', 'stack', 'root')),
    subject_id uuid NOT NULL,
    PRIMARY KEY (decision_id, kind, subject_id)
  );
  CREATE INDEX decision_subjects_subject ON decision_subjects (kind, subject_id, decision_id);
  COMMENT ON TABLE decision_subjects IS 'What a decision is about; no foreign key, because the words outlive their subjects.';`;

const ANNOTATIONS = `
  CREATE TABLE annotations (
    document_id uuid NOT NULL REFERENCES documents ON DELETE CASCADE,
    field text NOT NULL CHECK (field <> ''),
    provenance text NOT NULL CHECK (provenance IN ('person', 'photos', 'xmp', 'facebook', 'takeout', 'folder')),
    value jsonb NOT NULL,
    version integer NOT NULL DEFAULT 1 CHECK (version > 0),
    PRIMARY KEY (document_id, field, provenance)
  );
  CREATE INDEX annotations_favourite ON annotations (document_id) WHERE field = 'favourite' AND value = 'true';
  COMMENT ON TABLE annotations IS 'What is said about a document, one row per field and by whom; what a person said here stands over what an import brought, and both over the machine.';
  COMMENT ON COLUMN annotations.version IS 'Counts the changes of this field, so that two editors notice each other.';`;

const PROPOSALS = `
  CREATE TABLE proposals (
    id uuid PRIMARY KEY,
    kind text NOT NULL,
    subject_id uuid NOT NULL,
    target jsonb NOT NULL,
    score real,
    model_id smallint REFERENCES models,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'rejected')),
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (kind, subject_id, target)
  );
  CREATE INDEX proposals_open ON proposals (kind, score DESC) WHERE state = 'open';
  COMMENT ON TABLE proposals IS 'What jobs suggest; people accept or reject.';

  CREATE TABLE sidecar_outbox (
    document_id uuid PRIMARY KEY REFERENCES documents ON DELETE CASCADE,
    decision_id uuid NOT NULL,
    queued_at timestamptz NOT NULL DEFAULT now(),
    attempts integer NOT NULL DEFAULT 0,
    error text
  );
  CREATE INDEX sidecar_outbox_queue ON sidecar_outbox (queued_at);
  COMMENT ON TABLE sidecar_outbox IS 'Documents whose sidecar is older than what was said about them.';`;
