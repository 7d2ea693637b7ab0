import type { EntityManager } from 'typeorm';
import type { SubjectKind } from '../database/entities/decision-subject.entity.js';
import { DecisionEntity } from '../database/entities/decision.entity.js';
import { isId } from '../ids.js';
import type { Fact } from './fact.js';
import { checkPageSize, decodeCursor, encodeCursor, KEY_PATTERNS, toPage, type Page, type PageRequest } from './paging.js';
import { queryRow, queryRows } from './sql.js';

const ROWS_PER_READ = 200;

/** What a decision is about. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** What was said under a key; who and when are those of the decision where they are left out. */
export type Said = Pick<Fact, 'value'> & Partial<Fact>;

/** What a decision changes of one subject: by key, what was said before and after; absent where nothing was. */
export type Change = Readonly<Record<string, { readonly from?: Said; readonly to?: Said }>>;

/** A subject with what the decision changes of it. */
export interface ChangedSubject extends Subject {
  readonly change: Change;
}

/** Something a person said, with what it is about. */
export interface Decision extends Omit<DecisionEntity, 'redactedAt'> {
  readonly subjects: readonly ChangedSubject[];
}

/** A decision that came after another on one of its keys. */
export interface LaterDecision {
  readonly id: string;
  readonly undoes: string | null;
}

/** A stored decision; its payload is empty once it was redacted. */
export interface DecisionRow extends DecisionEntity {
  readonly subjects: ChangedSubject[];
}

const COLUMNS = `d.id, d.at, d.actor, d.kind, d.payload, d.undoes, d.redacted_at AS "redactedAt"`;
const SELECT = `
  SELECT ${COLUMNS}, coalesce((SELECT jsonb_agg(jsonb_build_object('kind', s.kind, 'id', s.subject_id, 'change', s.change)
      ORDER BY s.kind, s.subject_id) FROM decision_subjects s WHERE s.decision_id = d.id), '[]') AS subjects
  FROM decisions d`;

/** The cursor behind which a page starts that follows this decision. */
export function decisionCursor(row: Pick<DecisionRow, 'at' | 'id'>): string {
  return encodeCursor(keysOf(row));
}

function keysOf({ at, id }: Pick<DecisionRow, 'at' | 'id'>): string[] {
  return [at.toISOString(), id];
}

/** Everything people said, in order. Rows are never changed. */
export class DecisionRepository {
  /** `onInsert` hears of every decision that is inserted, so that the unit of work can write it to the journal. */
  constructor(
    private readonly manager: EntityManager,
    private readonly onInsert: (decision: Decision) => void = () => undefined,
  ) {}

  /** Its actor must be the one of the unit of work (`actorKey`). What it decides is written after it, in the same unit of work. */
  async insert(decision: Decision): Promise<void> {
    const { subjects, ...row } = decision;
    await this.manager.insert(DecisionEntity, { ...row, redactedAt: null });
    if (subjects.length > 0) await this.insertSubjects(decision);
    this.onInsert(decision);
  }

  async findById(id: string): Promise<DecisionRow | null> {
    if (!isId(id)) return null;
    const [row] = await queryRows<DecisionRow>(this.manager, `${SELECT} WHERE d.id = $1`, [id]);
    return row ?? null;
  }

  /** Those that are there, newest first. */
  async listByIds(ids: readonly string[]): Promise<DecisionRow[]> {
    return queryRows<DecisionRow>(this.manager, `${SELECT} WHERE d.id = ANY($1::uuid[]) ORDER BY d.at DESC, d.id DESC`, [ids]);
  }

  /**
   * Decisions after this one that changed one of its keys, spoke of a person or cluster that would be gone without it, or took away one
   * that it speaks of; newest first. Those that were
   * undone, and what undid them, are among them.
   */
  async listLater({ id, at }: Pick<Decision, 'id' | 'at'>): Promise<LaterDecision[]> {
    const sql = `
      SELECT DISTINCT d.id, d.at, d.undoes FROM decision_subjects mine
      JOIN decision_subjects s ON s.kind = mine.kind AND s.subject_id = mine.subject_id AND s.decision_id <> mine.decision_id
      JOIN decisions d ON d.id = s.decision_id
      WHERE mine.decision_id = $1 AND (d.at, d.id) > ($2::timestamptz, $1::uuid)
        AND (EXISTS (SELECT FROM jsonb_object_keys(mine.change) AS k (key) WHERE s.change ? k.key)
          OR (mine.kind IN ('person', 'cluster') AND (mine.change->'mergedInto' ? 'from' OR NOT mine.change->'name' ? 'from'))
          OR (s.kind IN ('person', 'cluster') AND (s.change->'mergedInto' ? 'to' OR NOT s.change->'name' ? 'to')))
      ORDER BY d.at DESC, d.id DESC`;
    return queryRows<LaterDecision>(this.manager, sql, [id, at]);
  }

  /** Newest first, of all or of one document. Throws BAD_REQUEST for a malformed size or cursor. */
  async list({ first, after }: PageRequest, documentId: string | null = null): Promise<Page<DecisionRow>> {
    const limit = checkPageSize(first) + 1;
    const start = after ? decodeCursor(after, [KEY_PATTERNS.instant, KEY_PATTERNS.id]) : [null, null];
    const sql = `${SELECT} WHERE ($2::timestamptz IS NULL OR (d.at, d.id) < ($2::timestamptz, $3::uuid))
      AND ($4::uuid IS NULL OR d.id IN (SELECT decision_id FROM decision_subjects WHERE kind = 'document' AND subject_id = $4::uuid))
      ORDER BY d.at DESC, d.id DESC LIMIT $1`;
    const rows = await queryRows<DecisionRow>(this.manager, sql, [limit, ...start, documentId]);
    return toPage(rows, first, keysOf);
  }

  async count(documentId: string | null = null): Promise<number> {
    const sql =
      documentId === null
        ? 'SELECT count(*) AS count FROM decisions'
        : `SELECT count(*) AS count FROM decision_subjects WHERE kind = 'document' AND subject_id = $1`;
    return (await queryRow<{ count: number }>(this.manager, sql, documentId === null ? [] : [documentId])).count;
  }

  /** Every decision, oldest first, read in slices. */
  async *readAll(): AsyncGenerator<DecisionRow> {
    let last: DecisionRow | undefined;
    do {
      const sql = `${SELECT} WHERE $1::timestamptz IS NULL OR (d.at, d.id) > ($1::timestamptz, $2::uuid) ORDER BY d.at, d.id LIMIT ${ROWS_PER_READ}`;
      const rows = await queryRows<DecisionRow>(this.manager, sql, [last?.at ?? null, last?.id ?? null]);
      yield* rows;
      last = rows.at(-1);
    } while (last);
  }

  /** Which decisions took back these: by id, the newest that did. */
  async undoersOf(ids: readonly string[]): Promise<Map<string, string>> {
    const sql = 'SELECT id, undoes FROM decisions WHERE undoes = ANY($1::uuid[]) ORDER BY at, id';
    const rows = await queryRows<{ id: string; undoes: string }>(this.manager, sql, [ids]);
    return new Map(rows.map(({ id, undoes }) => [undoes, id]));
  }

  /** Everything said about one thing, oldest first. */
  async listOfSubject(subject: Subject): Promise<DecisionRow[]> {
    const about = 'd.id IN (SELECT decision_id FROM decision_subjects WHERE kind = $1 AND subject_id = $2)';
    return queryRows<DecisionRow>(this.manager, `${SELECT} WHERE ${about} ORDER BY d.at, d.id`, [subject.kind, subject.id]);
  }

  /** Documents that decisions speak of and that came in after those: nothing stands in `annotations` about them, not even taken back. */
  async listUnattached(): Promise<string[]> {
    const sql = `
      SELECT DISTINCT d.id FROM decision_subjects s JOIN documents d ON d.id = s.subject_id
      WHERE s.kind = 'document' AND s.change <> '{}' AND NOT EXISTS (SELECT FROM annotations a WHERE a.document_id = d.id) ORDER BY d.id`;
    return (await queryRows<{ id: string }>(this.manager, sql)).map(({ id }) => id);
  }

  /** Ids of the decisions from an instant on. */
  async idsSince(at: Date): Promise<string[]> {
    const rows = await queryRows<{ id: string }>(this.manager, 'SELECT id FROM decisions WHERE at >= $1 ORDER BY at, id', [at]);
    return rows.map((row) => row.id);
  }

  /** Which of these ids are stored. */
  async known(ids: readonly string[]): Promise<Set<string>> {
    const rows = await queryRows<{ id: string }>(this.manager, 'SELECT id FROM decisions WHERE id = ANY($1::uuid[])', [ids]);
    return new Set(rows.map((row) => row.id));
  }

  private async insertSubjects({ id, subjects }: Decision): Promise<void> {
    const sql = `
      INSERT INTO decision_subjects (decision_id, kind, subject_id, change)
      SELECT $1::uuid, s.kind, s.id, s.change::jsonb FROM unnest($2::text[], $3::uuid[], $4::text[]) AS s (kind, id, change)
      ON CONFLICT DO NOTHING`;
    const changes = subjects.map(({ change }) => JSON.stringify(change));
    await queryRows(this.manager, sql, [id, subjects.map(({ kind }) => kind), subjects.map((subject) => subject.id), changes]);
  }
}
