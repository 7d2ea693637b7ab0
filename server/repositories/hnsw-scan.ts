import type { DataSource, EntityManager } from 'typeorm';
import { checkedInteger, queryRows } from './sql.js';
import { toRegion, toVectorText } from './vector-codec.js';
import { byNearness, type NearestHit, type NearestQuery } from './vector-index.js';

/** A vector as a search reads it. */
export type RawHit = Omit<NearestHit, 'region'> & { readonly region: number[] | null };

/** How an index is asked. */
export interface HnswScan {
  readonly dims: number;
  /** Of the model. */
  readonly rows: number;
  /** How many of them the filters leave, about. */
  readonly eligible: number;
  readonly isEligible: (hit: Pick<NearestHit, 'documentId' | 'kind'>) => boolean;
  /** Whether comparing one by one is quicker than reading so many from the index. */
  readonly isExactQuicker: (wanted: number) => boolean;
}

// 100,000 x 512 of 200 clusters, reranked, two busy cores: 100 missed a whole cluster (recall@50 .978, worst 0); 200 and more gave .995, worst .96;
// 300 took 13 ms, 21 ms at p95.
const EF_SEARCH = { least: 300, most: 1000 };
const MAX_SCAN_TUPLES = 100_000;
// Of what an index gives only the nearest quarter is believed: of the true neighbours 200 to 400 among 100,000 it missed .03 when 1,000 were
// read, .13 when 4,000 were read of those from 1,600 on, and a filter that leaves out all that is near a query needs just those (recall .38).
const BELIEVED_SHARE = 1 / 4;
const SLACK = 1.5;

/**
 * The nearest eligible documents by a model's index, or null where it would miss some of them. Filters are applied to what the index gives
 * and not inside of it: how deep the answer lies is then known, and an index that is asked for what is far from a query misses most of it.
 */
export async function scanHnsw(dataSource: DataSource, query: NearestQuery, scan: HnswScan): Promise<NearestHit[] | null> {
  let wanted = wantedFor(query.limit, scan.eligible / scan.rows);
  while (wanted < scan.rows && !scan.isExactQuicker(wanted)) {
    const rows = await readNearest(dataSource, query, { dims: scan.dims, wanted });
    const sorted = rows.map(toHit).sort(byNearness);
    const hits = bestPerDocument(sorted.slice(0, wanted * BELIEVED_SHARE).filter(scan.isEligible));
    if (hits.length >= query.limit) return hits.slice(0, query.limit);
    if (rows.length < wanted) return null;
    wanted = Math.max(wanted * 4, wantedFor(query.limit, rows.filter(scan.isEligible).length / rows.length));
  }
  return null;
}

/** What was read as a hit. */
export function toHit({ region, similarity, ...rest }: RawHit): NearestHit {
  return { ...rest, similarity: Math.min(1, similarity), region: toRegion(region) };
}

/** What a search reads of each vector; $1 is the one that is looked for. */
export function sqlColumns(dims: number): string {
  const similarity = `1 - (embedding <=> $1::vector(${checkedInteger(dims)}))`;
  return `document_id AS "documentId", ${similarity} AS similarity, kind, region, frame_ms AS "frameMs"`;
}

function wantedFor(limit: number, eligibleShare: number): number {
  return Math.max(EF_SEARCH.least, Math.ceil((SLACK * limit) / (BELIEVED_SHARE * eligibleShare)));
}

async function readNearest(
  dataSource: DataSource,
  query: NearestQuery,
  { dims, wanted }: { dims: number; wanted: number },
): Promise<RawHit[]> {
  const d = checkedInteger(dims);
  // The model is inlined, so that its partial index applies.
  const sql = `
    SELECT ${sqlColumns(dims)} FROM (
      SELECT * FROM image_embeddings WHERE model_id = ${checkedInteger(query.modelId)}
      ORDER BY (embedding::halfvec(${d})) <=> $1::vector(${d})::halfvec(${d}) LIMIT $2
    ) near`;
  return dataSource.transaction(async (manager) => {
    await setUp(manager, wanted);
    return queryRows<RawHit>(manager, sql, [toVectorText(query.vector), wanted]);
  });
}

async function setUp(manager: EntityManager, wanted: number): Promise<void> {
  const settings = `
    SELECT set_config('hnsw.ef_search', $1, true), set_config('hnsw.iterative_scan', 'relaxed_order', true), set_config('hnsw.max_scan_tuples', $2, true)`;
  await manager.query(settings, [String(Math.min(EF_SEARCH.most, wanted)), String(MAX_SCAN_TUPLES)]);
}

// Of hits in their order.
function bestPerDocument(sorted: readonly NearestHit[]): NearestHit[] {
  const best = new Map<string, NearestHit>();
  for (const hit of sorted) if (!best.has(hit.documentId)) best.set(hit.documentId, hit);
  return [...best.values()];
}
