import type { EntityManager } from 'typeorm';
import type { DecisionSubjectEntity, SubjectKind } from '../database/entities/decision-subject.entity.js';
import { DecisionEntity } from '../database/entities/decision.entity.js';
import { isId } from '../ids.js';
import { checkPageSize, decodeCursor, KEY_PATTERNS, toPage, type Page, type PageRequest } from './paging.js';
import { queryRows } from './sql.js';

/** What a decision is about. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

/** Something a person said, with what it is about. */
export interface Decision extends Omit<DecisionEntity, 'redactedAt'> {
  readonly subjects: readonly Subject[];
}

/** A stored decision; its payload is empty once it was redacted. */
export interface DecisionRow extends DecisionEntity {
  readonly subjects: Subject[];
}

const SELECT = `
  SELECT d.id, d.at, d.actor, d.kind, d.payload, d.undoes, d.redacted_at AS "redactedAt",
    coalesce((SELECT jsonb_agg(jsonb_build_object('kind', s.kind, 'id', s.subject_id) ORDER BY s.kind, s.subject_id)
      FROM decision_subjects s WHERE s.decision_id = d.id), '[]') AS subjects
  FROM decisions d`;

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
    const about = subjects.map((subject) => ({ decisionId: decision.id, kind: subject.kind, subjectId: subject.id }));
    if (about.length > 0) await this.insertSubjects(about);
    this.onInsert(decision);
  }

  async findById(id: string): Promise<DecisionRow | null> {
    if (!isId(id)) return null;
    const [row] = await queryRows<DecisionRow>(this.manager, `${SELECT} WHERE d.id = $1`, [id]);
    return row ?? null;
  }

  /** Newest first. Throws BAD_REQUEST for a malformed size or cursor. */
  async list({ first, after }: PageRequest): Promise<Page<DecisionRow>> {
    const limit = checkPageSize(first) + 1;
    const start = after ? decodeCursor(after, [KEY_PATTERNS.instant, KEY_PATTERNS.id]) : [];
    const beyond = after ? 'WHERE (d.at, d.id) < ($2::timestamptz, $3::uuid)' : '';
    const rows = await queryRows<DecisionRow>(this.manager, `${SELECT} ${beyond} ORDER BY d.at DESC, d.id DESC LIMIT $1`, [
      limit,
      ...start,
    ]);
    return toPage(rows, first, (row) => [row.at.toISOString(), row.id]);
  }

  /** Everything said about one thing, oldest first. */
  async listOfSubject(subject: Subject): Promise<DecisionRow[]> {
    const about = 'd.id IN (SELECT decision_id FROM decision_subjects WHERE kind = $1 AND subject_id = $2)';
    return queryRows<DecisionRow>(this.manager, `${SELECT} WHERE ${about} ORDER BY d.at, d.id`, [subject.kind, subject.id]);
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

  private async insertSubjects(about: readonly DecisionSubjectEntity[]): Promise<void> {
    const sql = `
      INSERT INTO decision_subjects (decision_id, kind, subject_id)
      SELECT DISTINCT $1::uuid, s.kind, s.id FROM unnest($2::text[], $3::uuid[]) AS s (kind, id)`;
    await queryRows(this.manager, sql, [about[0]?.decisionId, about.map((one) => one.kind), about.map((one) => one.subjectId)]);
  }
}
