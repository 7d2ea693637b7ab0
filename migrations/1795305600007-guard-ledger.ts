import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The database itself refuses what only a person may say: such a write needs `image_explorer.actor` to be a person
 * and a decision in the same transaction. A guard against our own bugs, not against someone with SQL.
 */
export class GuardLedger1795305600007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [REQUIRE_DECISION, DECISIONS, WHOLE_TABLES, COLUMNS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION ledger_require_decision(text), ledger_guard_row(), ledger_guard_table(), ledger_note_decision(), ledger_keep_decision(),
        ledger_keep_subject(), ledger_guard_document(), ledger_guard_face(), ledger_guard_cluster(), ledger_guard_member() CASCADE`);
  }
}

// IE001 and IE002 are codes of ours: no actor, no decision.
const REQUIRE_DECISION = `
  CREATE FUNCTION ledger_require_decision(what text) RETURNS void LANGUAGE plpgsql AS $$
  BEGIN
    IF coalesce(current_setting('image_explorer.actor', true), '') NOT LIKE 'person:_%' THEN
      RAISE EXCEPTION 'Only a person may write %.', what USING ERRCODE = 'IE001';
    END IF;
    IF coalesce(current_setting('image_explorer.decision', true), '') <> pg_current_xact_id()::text THEN
      RAISE EXCEPTION 'A write to % needs a decision in the same transaction.', what USING ERRCODE = 'IE002';
    END IF;
  END $$;

  CREATE FUNCTION ledger_guard_row() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM ledger_require_decision(TG_TABLE_NAME);
    RETURN coalesce(NEW, OLD);
  END $$;

  CREATE FUNCTION ledger_guard_table() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% cannot be emptied at once.', TG_TABLE_NAME USING ERRCODE = 'IE001';
  END $$;`;

// The one change a decision may see: forget blanks its words, once.
const DECISIONS = `
  CREATE FUNCTION ledger_note_decision() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.actor IS DISTINCT FROM current_setting('image_explorer.actor', true) THEN
      RAISE EXCEPTION 'A decision of % cannot be written by %.', NEW.actor, coalesce(nullif(current_setting('image_explorer.actor', true), ''), 'nobody')
        USING ERRCODE = 'IE001';
    END IF;
    PERFORM set_config('image_explorer.decision', pg_current_xact_id()::text, true);
    RETURN NEW;
  END $$;
  CREATE TRIGGER ledger_note BEFORE INSERT ON decisions FOR EACH ROW EXECUTE FUNCTION ledger_note_decision();

  CREATE FUNCTION ledger_keep_decision() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' AND OLD.redacted_at IS NULL AND NEW.redacted_at IS NOT NULL AND NEW.payload = '{}'
      AND (NEW.id, NEW.at, NEW.actor, NEW.kind, NEW.undoes) IS NOT DISTINCT FROM (OLD.id, OLD.at, OLD.actor, OLD.kind, OLD.undoes) THEN
      PERFORM ledger_require_decision('decisions');
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'Decisions are never changed or deleted.' USING ERRCODE = 'IE001';
  END $$;
  CREATE TRIGGER ledger_keep BEFORE UPDATE OR DELETE ON decisions FOR EACH ROW EXECUTE FUNCTION ledger_keep_decision();

  CREATE FUNCTION ledger_keep_subject() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'Decisions are never changed or deleted.' USING ERRCODE = 'IE001';
  END $$;
  CREATE TRIGGER ledger_keep BEFORE UPDATE OR DELETE ON decision_subjects FOR EACH ROW EXECUTE FUNCTION ledger_keep_subject();`;

const OWNED_TABLES = ['annotations', 'document_people', 'persons'];
const KEPT_TABLES = [...OWNED_TABLES, 'decisions', 'decision_subjects'];

const WHOLE_TABLES = [
  ...OWNED_TABLES.map(
    (table) =>
      `CREATE TRIGGER ledger_guard BEFORE INSERT OR UPDATE OR DELETE ON ${table} FOR EACH ROW EXECUTE FUNCTION ledger_guard_row();`,
  ),
  ...KEPT_TABLES.map((table) => `CREATE TRIGGER ledger_whole BEFORE TRUNCATE ON ${table} EXECUTE FUNCTION ledger_guard_table();`),
].join('\n');

// Columns and rows that belong to a person inside tables that jobs also write.
const COLUMNS = `
  CREATE FUNCTION ledger_guard_document() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF NEW.hidden OR NEW.taken_source = 'person' THEN PERFORM ledger_require_decision('documents'); END IF;
    ELSIF NEW.hidden <> OLD.hidden
      OR ('person' IN (OLD.taken_source, NEW.taken_source)
        AND (NEW.taken_source, NEW.taken_local, NEW.taken_offset_minutes, NEW.taken_precision)
          IS DISTINCT FROM (OLD.taken_source, OLD.taken_local, OLD.taken_offset_minutes, OLD.taken_precision)) THEN
      PERFORM ledger_require_decision('documents');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER ledger_guard BEFORE INSERT OR UPDATE ON documents FOR EACH ROW EXECUTE FUNCTION ledger_guard_document();

  CREATE FUNCTION ledger_guard_face() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    was_said boolean := TG_OP <> 'INSERT' AND (OLD.person_id IS NOT NULL OR OLD.state <> 'open' OR OLD.origin = 'person');
    is_said boolean := TG_OP <> 'DELETE' AND (NEW.person_id IS NOT NULL OR NEW.state <> 'open' OR NEW.origin = 'person');
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      IF (NEW.id, NEW.person_id, NEW.state, NEW.origin) IS DISTINCT FROM (OLD.id, OLD.person_id, OLD.state, OLD.origin) AND (was_said OR is_said) THEN
        PERFORM ledger_require_decision('faces');
      END IF;
    ELSIF was_said OR is_said THEN
      PERFORM ledger_require_decision('faces');
    END IF;
    RETURN coalesce(NEW, OLD);
  END $$;
  CREATE TRIGGER ledger_guard BEFORE INSERT OR UPDATE OR DELETE ON faces FOR EACH ROW EXECUTE FUNCTION ledger_guard_face();

  CREATE FUNCTION ledger_guard_cluster() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF (TG_OP <> 'INSERT' AND OLD.kind = 'user' AND (TG_OP = 'DELETE'
        OR (NEW.id, NEW.name, NEW.kind, NEW.origin, NEW.parent_id, NEW.description)
          IS DISTINCT FROM (OLD.id, OLD.name, OLD.kind, OLD.origin, OLD.parent_id, OLD.description)))
      OR (TG_OP <> 'DELETE' AND NEW.kind = 'user' AND (TG_OP = 'INSERT' OR OLD.kind <> 'user')) THEN
      PERFORM ledger_require_decision('image_clusters');
    END IF;
    RETURN coalesce(NEW, OLD);
  END $$;
  CREATE TRIGGER ledger_guard BEFORE INSERT OR UPDATE OR DELETE ON image_clusters FOR EACH ROW EXECUTE FUNCTION ledger_guard_cluster();

  CREATE FUNCTION ledger_guard_member() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF (TG_OP <> 'INSERT' AND OLD.added_by = 'person') OR (TG_OP <> 'DELETE' AND NEW.added_by = 'person') THEN
      PERFORM ledger_require_decision('image_cluster_members');
    END IF;
    RETURN coalesce(NEW, OLD);
  END $$;
  CREATE TRIGGER ledger_guard BEFORE INSERT OR UPDATE OR DELETE ON image_cluster_members FOR EACH ROW EXECUTE FUNCTION ledger_guard_member();

  CREATE TRIGGER ledger_whole BEFORE TRUNCATE ON image_cluster_members EXECUTE FUNCTION ledger_guard_table();
  CREATE TRIGGER ledger_whole BEFORE TRUNCATE ON image_clusters EXECUTE FUNCTION ledger_guard_table();
  CREATE TRIGGER ledger_whole BEFORE TRUNCATE ON faces EXECUTE FUNCTION ledger_guard_table();`;
