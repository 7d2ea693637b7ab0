import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts with who said them and when, decisions that hold what they changed, and imports as a level of authority of their own. */
export class ExtendLedger1795305600009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [FACTS, EARLIER_FACTS, CHANGES, EARLIER_DECISIONS, DATES, AUTHORITY]) await runner.query(statements);
  }

  async down(): Promise<void> {
    throw new Error('What people said since cannot be told in the older tables. Restore a backup instead.');
  }
}

const FACTS = `
  ALTER TABLE annotations
    ADD COLUMN element text NOT NULL DEFAULT '',
    ADD COLUMN said_by text NOT NULL DEFAULT 'person:unknown',
    ADD COLUMN said_at timestamptz(3) NOT NULL DEFAULT now(),
    ADD COLUMN via jsonb,
    ALTER COLUMN value DROP NOT NULL,
    DROP CONSTRAINT annotations_pkey,
    ADD PRIMARY KEY (document_id, field, element, provenance);
  CREATE INDEX annotations_element ON annotations (field, element) WHERE element <> '' AND value = 'true';
  COMMENT ON TABLE annotations IS 'Facts: what is said about a document, one row per field or element of a field and by whom; what a person said here stands over what an import brought, and both over the machine.';
  COMMENT ON COLUMN annotations.element IS 'A tag, the id of a person or cluster; empty for fields with one value.';
  COMMENT ON COLUMN annotations.value IS 'SQL null: it was said once and taken back; the version goes on counting.';
  COMMENT ON COLUMN annotations.via IS 'The suggestion that was accepted, with score and model.';`;

// Until now tags were one list that held the keywords of the file as well: a keyword that is not on it was taken off by a person.
const EARLIER_FACTS = `
  ALTER TABLE annotations DISABLE TRIGGER ledger_guard;
  UPDATE annotations a SET said_by = d.actor, said_at = d.at
  FROM (SELECT DISTINCT ON (s.subject_id) s.subject_id, d.actor, d.at FROM decision_subjects s JOIN decisions d ON d.id = s.decision_id
    WHERE s.kind = 'document' ORDER BY s.subject_id, d.at DESC) d
  WHERE d.subject_id = a.document_id;
  INSERT INTO annotations (document_id, field, element, provenance, value, said_by, said_at)
    SELECT DISTINCT a.document_id, 'tags', t.tag, a.provenance, 'true'::jsonb, a.said_by, a.said_at
    FROM annotations a, jsonb_array_elements_text(a.value) AS t (tag)
    WHERE a.field = 'tags' AND a.element = '' AND jsonb_typeof(a.value) = 'array' AND t.tag <> '';
  INSERT INTO annotations (document_id, field, element, provenance, value, said_by, said_at)
    SELECT DISTINCT a.document_id, 'tags', k.keyword, a.provenance, 'false'::jsonb, a.said_by, a.said_at
    FROM annotations a JOIN documents d ON d.id = a.document_id, unnest(d.keywords) AS k (keyword)
    WHERE a.field = 'tags' AND a.element = '' AND jsonb_typeof(a.value) = 'array' AND k.keyword <> '' AND NOT a.value ? k.keyword;
  DELETE FROM annotations WHERE field = 'tags' AND element = '';
  ALTER TABLE annotations ENABLE TRIGGER ledger_guard;
  ALTER TABLE annotations ALTER COLUMN said_by DROP DEFAULT, ALTER COLUMN said_at DROP DEFAULT;`;

const CHANGES = `
  ALTER TABLE decision_subjects ADD COLUMN change jsonb NOT NULL DEFAULT '{}',
    DROP CONSTRAINT decision_subjects_kind_check,
    ADD CONSTRAINT decision_subjects_kind_check CHECK (kind IN ('document', 'face', 'person', 'cluster', 'stack', 'root', 'proposal'));
  COMMENT ON COLUMN decision_subjects.change IS 'By key, the fact before (from) and after (to); absent where nothing is said. Folding the decisions is applying every "to" in order.';
  ALTER TABLE decisions DROP CONSTRAINT decisions_actor_check,
    ADD CONSTRAINT decisions_actor_check CHECK (actor LIKE 'person:_%' OR actor LIKE 'import:_%');`;

// Earlier decisions did not hold what they changed: one more tells it, so that folding gives the state from here on.
const EARLIER_DECISIONS = `
  SELECT set_config('image_explorer.actor', 'person:upgrade', true);
  INSERT INTO decisions (id, at, actor, kind, payload)
    SELECT gen_random_uuid(), now(), 'person:upgrade', 'baseline', '{}' WHERE EXISTS (SELECT FROM annotations WHERE provenance = 'person');
  INSERT INTO decision_subjects (decision_id, kind, subject_id, change)
    SELECT d.id, 'document', a.document_id, jsonb_object_agg(
      CASE WHEN a.element = '' THEN a.field ELSE a.field || '/' || a.element END,
      jsonb_build_object('to', jsonb_build_object('value', a.value, 'by', a.said_by,
        'at', to_char(a.said_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))))
    FROM annotations a, decisions d WHERE a.provenance = 'person' AND d.kind = 'baseline' GROUP BY d.id, a.document_id;
  SELECT set_config('image_explorer.actor', '', true);`;

const DATES = `
  ALTER TABLE documents ADD COLUMN machine_taken jsonb;
  COMMENT ON COLUMN documents.machine_taken IS 'The date that the machine read (local, offsetMinutes, precision, source), kept while one that a person said stands in taken_*.';`;

// Three levels: said here (person), said elsewhere (import), made by a job. An import may add and may change what it brought itself.
const AUTHORITY = `
  CREATE OR REPLACE FUNCTION ledger_require_decision(what text) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    IF coalesce(current_setting('image_explorer.actor', true), '') NOT SIMILAR TO '(person|import):_%' THEN
      RAISE EXCEPTION 'Only a person may write %.', what USING ERRCODE = 'IE001';
    END IF;
    IF coalesce(current_setting('image_explorer.decision', true), '') <> pg_current_xact_id()::text THEN
      RAISE EXCEPTION 'A write to % needs a decision in the same transaction.', what USING ERRCODE = 'IE002';
    END IF;
  END $$;

  CREATE FUNCTION ledger_require_person(what text) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM ledger_require_decision(what);
    IF current_setting('image_explorer.actor', true) NOT LIKE 'person:%' THEN
      RAISE EXCEPTION 'Only a person may write %; an import may add to it.', what USING ERRCODE = 'IE001';
    END IF;
  END $$;

  CREATE OR REPLACE FUNCTION ledger_guard_row() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN PERFORM ledger_require_decision(TG_TABLE_NAME); ELSE PERFORM ledger_require_person(TG_TABLE_NAME); END IF;
    RETURN coalesce(NEW, OLD);
  END $$;

  CREATE FUNCTION ledger_guard_annotation() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    speaker text := coalesce(current_setting('image_explorer.actor', true), '');
    own text := CASE WHEN speaker LIKE 'import:%' THEN substr(speaker, 8) ELSE 'person' END;
  BEGIN
    PERFORM ledger_require_decision('annotations');
    IF TG_OP = 'DELETE' THEN
      PERFORM ledger_require_person('annotations');
      RETURN OLD;
    END IF;
    IF NEW.provenance <> own OR (TG_OP = 'UPDATE' AND OLD.provenance <> own) THEN
      RAISE EXCEPTION 'Only a person may write annotations of a person, and an import its own.' USING ERRCODE = 'IE001';
    END IF;
    RETURN NEW;
  END $$;
  DROP TRIGGER ledger_guard ON annotations;
  CREATE TRIGGER ledger_guard BEFORE INSERT OR UPDATE OR DELETE ON annotations FOR EACH ROW EXECUTE FUNCTION ledger_guard_annotation();

  CREATE OR REPLACE FUNCTION ledger_guard_document() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF NEW.hidden OR NEW.taken_source = 'person' THEN PERFORM ledger_require_person('documents'); END IF;
    ELSIF NEW.hidden <> OLD.hidden
      OR ('person' IN (OLD.taken_source, NEW.taken_source)
        AND (NEW.taken_source, NEW.taken_local, NEW.taken_offset_minutes, NEW.taken_precision)
          IS DISTINCT FROM (OLD.taken_source, OLD.taken_local, OLD.taken_offset_minutes, OLD.taken_precision)) THEN
      PERFORM ledger_require_person('documents');
    END IF;
    RETURN NEW;
  END $$;

  CREATE OR REPLACE FUNCTION ledger_guard_cluster() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP <> 'INSERT' AND OLD.kind = 'user' AND (TG_OP = 'DELETE'
        OR (NEW.id, NEW.name, NEW.kind, NEW.origin, NEW.parent_id, NEW.description)
          IS DISTINCT FROM (OLD.id, OLD.name, OLD.kind, OLD.origin, OLD.parent_id, OLD.description)) THEN
      PERFORM ledger_require_person('image_clusters');
    ELSIF TG_OP = 'INSERT' AND NEW.kind = 'user' THEN
      PERFORM ledger_require_decision('image_clusters');
    ELSIF TG_OP = 'UPDATE' AND NEW.kind = 'user' AND OLD.kind <> 'user' THEN
      PERFORM ledger_require_person('image_clusters');
    END IF;
    RETURN coalesce(NEW, OLD);
  END $$;

  CREATE OR REPLACE FUNCTION ledger_guard_member() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP <> 'INSERT' AND OLD.added_by = 'person' THEN
      PERFORM ledger_require_person('image_cluster_members');
    ELSIF TG_OP <> 'DELETE' AND NEW.added_by = 'person' THEN
      PERFORM ledger_require_decision('image_cluster_members');
    END IF;
    RETURN coalesce(NEW, OLD);
  END $$;`;
