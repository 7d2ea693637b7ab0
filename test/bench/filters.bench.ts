import { setTimeout as sleep } from 'node:timers/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../server/database/data-source.js';
import { createRandom } from '../../server/models/builtin/random.js';
import { postgresUrl } from '../support/places.js';
import { mean, quantile } from '../support/retrieval.js';
import { BENCH_TOKEN, type BenchArchive, startArchive } from './archive.js';
import type { BenchReport, BenchRow, BenchSuite } from './report.js';
import { COUNT, documentId, dot, generateVectors, seed, withServerDatabase } from './seeded-vectors.js';

const SHARES = [2, 4, 5, 10, 100, 1000, 10_000] as const;
const QUERIES = 30;
const TOP_K = 50;
const EXACT_ROWS = 20_000;
// A cluster's id says which one it is.
const FIRST_CLUSTER = 2 * COUNT;

/** Searches by image id that filters narrow to 1/2 .. 1/10,000 of the archive: how fast, and how much of the exact answer is in them. */
export const filtersBench: BenchSuite = {
  name: 'filters',
  description: `Filtered search over HTTP among ${COUNT} vectors: time and recall by share, embedded and (TEST_DATABASE_URL) on a server.`,
  async run(): Promise<BenchReport> {
    const corpus = makeCorpus(generateVectors());
    const rows = await measure('embedded', null, corpus);
    if (!postgresUrl) return { rows, notes: [...NOTES, 'The server was not measured: TEST_DATABASE_URL names no PostgreSQL.'] };
    return { rows: [...rows, ...(await withServerDatabase(postgresUrl, (url) => measure('server', url, corpus)))], notes: NOTES };
  },
};

const NOTES = [
  'random: any pictures. near: the part of the archive that lies nearest to the queries. far: the part that lies farthest from them.',
  'The bound is the same figure of the same queries without a filter, each asked right before the filtered one.',
];

type Kind = 'embedded' | 'server';

/** Pictures of which a filter leaves a share, and the queries that are asked through it. */
interface Case {
  readonly name: string;
  readonly share: number;
  readonly cluster: string;
  /** Numbers of documents. */
  readonly members: Uint32Array;
  readonly queries: readonly Query[];
}

interface Query {
  readonly document: number;
  /** The similarity to every document, by number. */
  readonly scores: Float64Array;
}

interface Corpus {
  readonly vectors: Float32Array;
  readonly cases: readonly Case[];
}

function makeCorpus(vectors: Float32Array): Corpus {
  const numbers = Uint32Array.from({ length: COUNT }, (_, at) => at);
  const norms = Float64Array.from(numbers, (at) => Math.sqrt(dot(vectors, at, at)));
  const query = (document: number): Query => ({
    document,
    scores: Float64Array.from(numbers, (at) => dot(vectors, document, at) / (norms[at] ?? 1)),
  });
  const pole = query(0).scores;
  const nearestFirst = numbers.toSorted((a, b) => (pole[b] ?? 0) - (pole[a] ?? 0));
  const spread = Array.from({ length: QUERIES }, (_, nth) => query(Math.floor((nth * COUNT) / QUERIES)));
  const atPole = Array.from({ length: QUERIES }, (_, nth) => query(nearestFirst[nth * 7] ?? 0));
  const drawn = shuffled(numbers);
  const cases = SHARES.flatMap((share) => [
    { name: 'random', share, members: drawn.slice(0, COUNT / share), queries: spread },
    { name: 'near', share, members: nearestFirst.slice(0, COUNT / share), queries: atPole },
    { name: 'far', share, members: nearestFirst.slice(-COUNT / share), queries: atPole },
  ]);
  return { vectors, cases: cases.map((one, at) => ({ ...one, cluster: documentId(FIRST_CLUSTER + at) })) };
}

function shuffled(numbers: Uint32Array): Uint32Array {
  const random = createRandom(7);
  const drawn = numbers.slice();
  for (let at = COUNT - 1; at > 0; at -= 1) {
    const other = Math.floor(random.unit() * (at + 1));
    [drawn[at], drawn[other]] = [drawn[other] ?? 0, drawn[at] ?? 0];
  }
  return drawn;
}

async function measure(kind: Kind, url: string | null, { vectors, cases }: Corpus): Promise<BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'image-explorer-bench-'));
  const settings = { DATA_DIR: dataDir, CLIP_MODEL: 'builtin', ...(url ? { DATABASE_URL: url } : {}) };
  try {
    await seed({ dataDir, url, more: (database) => insertClusters(database, cases) }, vectors);
    const archive = await startArchive(settings);
    return await measureAll(kind, archive, cases).finally(() => archive.close());
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function insertClusters({ dataSource }: Database, cases: readonly Case[]): Promise<void> {
  for (const { cluster, name, share, members } of cases) {
    await dataSource.query(`INSERT INTO image_clusters (id, name, kind) VALUES ($1, $2, 'kmeans')`, [cluster, `${name} 1/${share}`]);
    await dataSource.query(
      `INSERT INTO image_cluster_members (cluster_id, document_id, added_by) SELECT $1, id, 'job' FROM unnest($2::uuid[]) AS id`,
      [cluster, Array.from(members, documentId)],
    );
  }
}

async function measureAll(kind: Kind, { application, url }: BenchArchive, cases: readonly Case[]): Promise<BenchRow[]> {
  await application.services.models.open();
  // The embedded index is read into memory by the first search; a request may run out of time while that lasts.
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const answer = await ask(url, 0, null).catch(() => null);
    if (answer && answer.ids.length > 0) break;
  }
  const rows: BenchRow[] = [];
  for (const one of cases) rows.push(...(await measureCase(kind, url, one)));
  return rows;
}

async function measureCase(kind: Kind, url: string, one: Case): Promise<BenchRow[]> {
  const { timesMs, recalls, unfilteredMs } = await askAll(url, one);
  const measure = `${kind}, 1/${one.share} ${one.name}`;
  const isExact = kind === 'embedded' || one.members.length <= EXACT_ROWS;
  const bound = quantile(unfilteredMs, 0.5);
  return [
    { measure: `${measure}: median`, value: quantile(timesMs, 0.5), unit: 'ms', bound },
    { measure: `${measure}: 95th percentile`, value: quantile(timesMs, 0.95), unit: 'ms', bound: quantile(unfilteredMs, 0.95) },
    { measure: `${measure}: recall@${TOP_K}`, value: mean(recalls), unit: 'share', target: isExact ? 1 : 0.98 },
  ];
}

interface Asked {
  readonly timesMs: number[];
  readonly recalls: number[];
  readonly unfilteredMs: number[];
}

async function askAll(url: string, { queries, cluster, members }: Case): Promise<Asked> {
  const asked: Asked = { timesMs: [], recalls: [], unfilteredMs: [] };
  for (const query of queries) {
    // One after the other, so that both find the machine in the same state.
    asked.unfilteredMs.push((await ask(url, query.document, null)).ms);
    const { ms, ids } = await ask(url, query.document, cluster);
    asked.timesMs.push(ms);
    const wanted = exactAnswer(query, members);
    asked.recalls.push(wanted.filter((id) => ids.includes(id)).length / wanted.length);
  }
  return asked;
}

// The first row of an answer is the query itself, whatever the filter.
function exactAnswer({ document, scores }: Query, members: Uint32Array): string[] {
  const others = members.filter((at) => at !== document).toSorted((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  return Array.from(others.subarray(0, TOP_K - 1), documentId);
}

/** Ids of the hits and how long they took; asks again when it asked too often, which does not count. */
async function ask(url: string, document: number, cluster: string | null): Promise<{ ids: string[]; ms: number }> {
  const started = performance.now();
  const response = await fetch(`${url}/api/images/similar`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${BENCH_TOKEN}` },
    body: JSON.stringify({
      image_id: documentId(document),
      top_k: TOP_K,
      threshold: -1,
      ...(cluster ? { filters: { cluster: [cluster] } } : {}),
    }),
  });
  const answer = (await response.json()) as { results?: { image: { id: string } | null }[] };
  const ms = performance.now() - started;
  if (response.status === 429) {
    await sleep(Number(response.headers.get('retry-after') ?? 1) * 1000);
    return ask(url, document, cluster);
  }
  if (!answer.results) throw new Error(`Expected results, but received ${response.status}: ${JSON.stringify(answer)}`);
  return { ids: answer.results.flatMap(({ image }) => (image ? [image.id] : [])), ms };
}
