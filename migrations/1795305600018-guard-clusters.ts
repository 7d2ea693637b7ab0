import type { MigrationInterface, QueryRunner } from 'typeorm';

/** No job puts a picture into a cluster of a person, by whichever table; until now it could not take one out, but could add one. */
export class GuardClusters1795305600018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [MEMBERS, KMEANS_MEMBERS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ledger_guard_added(), ledger_guard_kmeans(), ledger_keep_kmeans() CASCADE`);
  }
}

const MEMBERS = `
  CREATE FUNCTION ledger_guard_added() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM image_clusters WHERE id = NEW.cluster_id AND kind = 'user') THEN
      PERFORM ledger_require_decision('image_cluster_members');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER ledger_guard_added BEFORE INSERT OR UPDATE ON image_cluster_members
    FOR EACH ROW WHEN (NEW.added_by = 'job') EXECUTE FUNCTION ledger_guard_added();`;

// Once a statement and not once a row: the job writes a thousand at a time, and changes none.
const KMEANS_MEMBERS = `
  CREATE FUNCTION ledger_guard_kmeans() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT cluster_id FROM written) w JOIN image_clusters c ON c.id = w.cluster_id WHERE c.kind = 'user') THEN
      PERFORM ledger_require_decision('clusters of people');
    END IF;
    RETURN NULL;
  END $$;
  CREATE TRIGGER ledger_guard_kmeans AFTER INSERT ON kmeans_members REFERENCING NEW TABLE AS written
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_guard_kmeans();
  CREATE FUNCTION ledger_keep_kmeans() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'Members of automatic clusters are written anew and never changed.' USING ERRCODE = 'IE001';
  END $$;
  CREATE TRIGGER ledger_keep_kmeans BEFORE UPDATE ON kmeans_members FOR EACH ROW EXECUTE FUNCTION ledger_keep_kmeans();`;
