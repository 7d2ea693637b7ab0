import type { EntityManager } from 'typeorm';
import { IN_GALLERY } from './document-row.js';
import { checkPageSize, decodeCursor, encodeCursor, KEY_PATTERNS, toPage, type Page, type PageRequest } from './paging.js';
import { checkedInteger, countChanged, queryRow, queryRows } from './sql.js';

/** What became of a suggestion. */
export type ProposalState = 'open' | 'accepted' | 'rejected';

/** What is proposed for a document: an element of one of its fields, or that it belongs to a saved search. */
export interface ProposalTarget {
  readonly kind: 'tag' | 'person' | 'cluster' | 'search';
  readonly field: string;
  readonly element: string;
}

/** The open suggestions of one target: of all, or of those made from one decision. */
export interface ProposalGroupKey extends Omit<ProposalTarget, 'field'> {
  readonly decisionId?: string | null;
}

/** Why the nightly job proposes a picture for a cluster: near its centre, or in the group that the cluster covers. */
export type ProposalReason = 'near' | 'grouped';

/** A suggestion that a person may answer. */
export interface ProposalRow extends ProposalTarget {
  readonly id: string;
  readonly documentId: string;
  /** What is proposed, as people call it. */
  readonly name: string;
  readonly score: number | null;
  /** Name of the model that found it. */
  readonly model: string | null;
  /** Null where it is like a picture of which it was said. */
  readonly reason: ProposalReason | null;
}

/** What is found how, and how much of it is proposed at most. */
export interface ProposalOptions {
  readonly modelId: number;
  /** What a person said of the pictures that these are like; null for what a job finds by itself. */
  readonly decisionId: string | null;
  readonly limit: number;
  readonly reason?: ProposalReason | null;
}

/** All open suggestions of one target. */
export interface ProposalGroupRow extends Pick<ProposalTarget, 'kind' | 'element'> {
  readonly name: string;
  readonly count: number;
  readonly bestScore: number | null;
  /** The best of them, by their documents. */
  readonly documentIds: string[];
}

const SAMPLES = 6;
const SCORE = 'coalesce(p.score, -2)';
const SCORE_PATTERN = /^-?\d+(\.\d+)?(e-?\d+)?$/;

// Said by anyone, or said not by a person; or read from the file.
const IS_SAID = (element: string, field: string, kind: string) => `(
  EXISTS (SELECT FROM annotations a WHERE a.document_id = d.id AND a.field = ${field} AND a.element = ${element}
    AND (a.value = 'true' OR a.provenance = 'person' AND a.value IS NOT NULL))
  OR ${kind} = 'tag' AND ${element} = ANY(d.keywords)
  OR ${kind} = 'person' AND EXISTS (SELECT FROM faces f WHERE f.document_id = d.id AND f.person_id::text = ${element} AND f.state = 'confirmed')
  OR ${kind} = 'cluster' AND EXISTS (SELECT FROM image_cluster_members c WHERE c.document_id = d.id AND c.cluster_id::text = ${element}))`;

const NAME = `CASE p.kind WHEN 'tag' THEN p.element WHEN 'person' THEN s.name WHEN 'search' THEN q.name ELSE c.name END`;
// Answered by hand meanwhile, or about a person, cluster or saved search that is gone: nobody needs to be asked any more.
const OPEN = `
  FROM (SELECT *, target->>'field' AS field, target->>'element' AS element FROM proposals WHERE state = 'open') p
  JOIN documents d ON d.id = p.subject_id AND ${IN_GALLERY}
  LEFT JOIN models m ON m.id = p.model_id
  LEFT JOIN persons s ON p.kind = 'person' AND s.id::text = p.element AND s.merged_into IS NULL
  LEFT JOIN image_clusters c ON p.kind = 'cluster' AND c.id::text = p.element
  LEFT JOIN saved_searches q ON p.kind = 'search' AND q.id::text = p.element
  WHERE ${NAME} IS NOT NULL AND NOT ${IS_SAID('p.element', 'p.field', 'p.kind')}`;
const IN_GROUP = `p.kind = $1 AND p.element = $2 AND ($3::uuid IS NULL OR p.decision_id = $3::uuid)`;
const COLUMNS = `p.id, p.subject_id AS "documentId", p.kind, p.field, p.element, ${NAME} AS name, p.score, m.name AS model, p.reason`;

/** What jobs suggest; people accept or reject. Jobs may write open ones only: the database refuses the rest. */
export class ProposalRepository {
  constructor(private readonly manager: EntityManager) {}

  async statesOf(ids: readonly string[]): Promise<Map<string, ProposalState>> {
    const sql = 'SELECT id, state FROM proposals WHERE id = ANY($1::uuid[])';
    const rows = await queryRows<{ id: string; state: ProposalState }>(this.manager, sql, [ids]);
    return new Map(rows.map(({ id, state }) => [id, state]));
  }

  /** What a decision makes of suggestions; needs that decision in the same unit of work. */
  async setStates(states: ReadonlyMap<string, ProposalState>): Promise<void> {
    const sql = 'UPDATE proposals p SET state = s.state FROM unnest($1::uuid[], $2::text[]) AS s (id, state) WHERE p.id = s.id';
    await countChanged(this.manager, sql, [[...states.keys()], [...states.values()]]);
  }

  /**
   * Proposes a target for documents by their scores, the best first, up to a limit. Left out is whatever has it, was said or answered about
   * it, is hidden, or stands under another picture of its stack. An open one is renewed where it differs; one made from a decision is
   * that decision's, and a job leaves it. Returns the ids of all that are open then.
   */
  async propose(
    { kind, field, element }: ProposalTarget,
    scores: ReadonlyMap<string, number | null>,
    { modelId, decisionId, limit, reason = null }: ProposalOptions,
  ): Promise<string[]> {
    const target = `jsonb_build_object('field', $2::text, 'element', $3::text)`;
    const sql = `
      WITH wanted AS (
        SELECT d.id, g.score FROM unnest($4::uuid[], $5::real[]) AS g (id, score) JOIN documents d ON d.id = g.id
        WHERE ${IN_GALLERY} AND NOT ${IS_SAID('$3::text', '$2::text', '$1::text')}
          AND NOT EXISTS (SELECT FROM proposals o WHERE o.kind = $1 AND o.subject_id = d.id AND o.state <> 'open' AND o.target = ${target})
        ORDER BY g.score DESC NULLS LAST, d.id LIMIT $7),
      written AS (
        INSERT INTO proposals AS p (id, kind, subject_id, target, score, model_id, decision_id, reason)
        SELECT gen_random_uuid(), $1, id, ${target}, score, ${checkedInteger(modelId)}, $6::uuid, $8 FROM wanted
        ON CONFLICT (kind, subject_id, target) DO UPDATE
          SET score = EXCLUDED.score, model_id = EXCLUDED.model_id, decision_id = EXCLUDED.decision_id, reason = EXCLUDED.reason
          WHERE p.state = 'open' AND (p.decision_id IS NULL OR EXCLUDED.decision_id IS NOT NULL)
            AND (p.score, p.model_id, p.decision_id, p.reason) IS DISTINCT FROM (EXCLUDED.score, EXCLUDED.model_id, EXCLUDED.decision_id, EXCLUDED.reason)
        RETURNING id)
      SELECT id FROM written
      UNION SELECT p.id FROM proposals p JOIN wanted w ON w.id = p.subject_id WHERE p.kind = $1 AND p.target = ${target} AND p.state = 'open'`;
    const values = [kind, field, element, [...scores.keys()], [...scores.values()], decisionId, limit, reason];
    return (await queryRows<{ id: string }>(this.manager, sql, values)).map(({ id }) => id);
  }

  /** Takes back what the nightly job proposed of a target, is still open, and is not among those to keep. */
  async dropOthersOfTarget({ kind, field, element }: ProposalTarget, keptIds: readonly string[]): Promise<void> {
    const sql = `
      DELETE FROM proposals WHERE state = 'open' AND kind = $1 AND target = jsonb_build_object('field', $2::text, 'element', $3::text)
        AND decision_id IS NULL AND reason IS NOT NULL AND id <> ALL($4::uuid[])`;
    await countChanged(this.manager, sql, [kind, field, element, keptIds]);
  }

  /** Takes back what the nightly job proposed for clusters without any picture, or that are not there any more. */
  async dropForOtherClusters(clusterIds: readonly string[]): Promise<void> {
    const sql = `
      DELETE FROM proposals WHERE state = 'open' AND kind = 'cluster' AND decision_id IS NULL AND reason IS NOT NULL
        AND target->>'element' <> ALL($1::text[])`;
    await countChanged(this.manager, sql, [clusterIds]);
  }

  /** Takes back what was proposed from a decision, is still open, and is not among those to keep. */
  async dropOthers(decisionId: string, keptIds: readonly string[]): Promise<void> {
    const sql = `DELETE FROM proposals WHERE decision_id = $1 AND state = 'open' AND id <> ALL($2::uuid[])`;
    await countChanged(this.manager, sql, [decisionId, keptIds]);
  }

  /** Takes back what of a target nobody answered. */
  async dropOpen({ kind, field, element }: ProposalTarget): Promise<void> {
    const sql = `DELETE FROM proposals WHERE state = 'open' AND kind = $1 AND target = jsonb_build_object('field', $2::text, 'element', $3::text)`;
    await countChanged(this.manager, sql, [kind, field, element]);
  }

  /** Documents about which a person said something of a target, or answered it. */
  async listAnswered({ kind, field, element }: ProposalTarget): Promise<string[]> {
    const sql = `
      SELECT document_id AS id FROM annotations WHERE field = $2 AND element = $3 AND value IS NOT NULL
      UNION SELECT subject_id FROM proposals WHERE kind = $1 AND state <> 'open'
        AND target = jsonb_build_object('field', $2::text, 'element', $3::text)`;
    return (await queryRows<{ id: string }>(this.manager, sql, [kind, field, element])).map(({ id }) => id);
  }

  /** Those of the suggestions that are open, with others kept from answering them until the unit of work ends. */
  async lockOpen(ids: readonly string[]): Promise<ProposalRow[]> {
    await queryRows(this.manager, `SELECT id FROM proposals WHERE id = ANY($1::uuid[]) AND state = 'open' ORDER BY id FOR UPDATE`, [ids]);
    return queryRows<ProposalRow>(this.manager, `SELECT ${COLUMNS} ${OPEN} AND p.id = ANY($1::uuid[]) ORDER BY p.id`, [ids]);
  }

  /** How many suggestions for clusters were accepted or rejected. */
  async countAnsweredOfClusters(): Promise<number> {
    const sql = `SELECT count(*) AS count FROM proposals WHERE kind = 'cluster' AND state <> 'open'`;
    return (await queryRow<{ count: number }>(this.manager, sql)).count;
  }

  /** Open suggestions by what they propose, largest first; of all, or of one decision. */
  async listGroups(decisionId: string | null): Promise<ProposalGroupRow[]> {
    const sql = `
      SELECT p.kind, p.element, ${NAME} AS name, count(*) AS count, max(p.score) AS "bestScore",
        (array_agg(p.subject_id ORDER BY ${SCORE} DESC, p.id))[1:${SAMPLES}] AS "documentIds"
      ${OPEN} AND ($1::uuid IS NULL OR p.decision_id = $1::uuid)
      GROUP BY p.kind, p.element, ${NAME} ORDER BY 4 DESC, 5 DESC NULLS LAST, 2`;
    return queryRows<ProposalGroupRow>(this.manager, sql, [decisionId]);
  }

  /** Open suggestions of one target, best first. Throws BAD_REQUEST for a malformed size or cursor. */
  async page({ kind, element, decisionId }: ProposalGroupKey, { first, after }: PageRequest): Promise<Page<ProposalRow>> {
    const limit = checkPageSize(first) + 1;
    const start = after ? decodeCursor(after, [SCORE_PATTERN, KEY_PATTERNS.id]) : [];
    const beyond = after ? `AND (${SCORE} < $5::real OR ${SCORE} = $5::real AND p.id > $6::uuid)` : '';
    const sql = `SELECT ${COLUMNS} ${OPEN} AND ${IN_GROUP} ${beyond} ORDER BY ${SCORE} DESC, p.id LIMIT $4`;
    return toPage(await queryRows<ProposalRow>(this.manager, sql, [kind, element, decisionId ?? null, limit, ...start]), first, keyOf);
  }

  /** How many suggestions are open of each of these clusters; those without any are left out. */
  async countOpenOfClusters(ids: readonly string[]): Promise<Map<string, number>> {
    const sql = `SELECT p.element AS id, count(*) AS count ${OPEN} AND p.kind = 'cluster' AND p.element = ANY($1::text[]) GROUP BY p.element`;
    const rows = await queryRows<{ id: string; count: number }>(this.manager, sql, [ids]);
    return new Map(rows.map(({ id, count }) => [id, count]));
  }

  /** How many suggestions are open, of all or of one target. */
  async countOpen(target: ProposalGroupKey | null = null): Promise<number> {
    const sql = `SELECT count(*) AS count ${OPEN} AND ($1::text IS NULL OR ${IN_GROUP})`;
    const values = [target?.kind ?? null, target?.element ?? null, target?.decisionId ?? null];
    return (await queryRow<{ count: number }>(this.manager, sql, values)).count;
  }
}

/** The cursor after which the next page of suggestions starts. */
export function proposalCursor(row: ProposalRow): string {
  return encodeCursor(keyOf(row));
}

function keyOf({ score, id }: ProposalRow): string[] {
  return [String(score ?? -2), id];
}
