import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../server/database/data-source.js';
import { createLog } from '../../server/logging.js';
import { createRandom } from '../../server/models/builtin/random.js';
import { MemoryWatch } from '../support/process-memory.js';
import { quantile } from '../support/retrieval.js';
import { BENCH_TOKEN, startArchive } from './archive.js';
import type { BenchReport, BenchRow, BenchSuite } from './report.js';
import { COUNT, documentId, generateVectors, seed } from './seeded-vectors.js';

const BATCH = 1000;
/** The last of the archive: changed copies of earlier pictures, and pictures without content that all have one hash. */
const COPIES = 10_000;
const EMPTY = 1000;
const FIRST_COPY = COUNT - EMPTY - COPIES;
const MOST_CHANGED_BITS = 4;
/** How fast the amplitudes of waves fall with their frequency: so that as many hashes are near each other by chance as of photographs. */
const FALL = 0.87;
const NEW_PICTURES = 1000;
const ROUNDS = 5;

type Archive = Awaited<ReturnType<typeof startArchive>>;

/** The job that finds duplicates among 100,000 pictures of the embedded database, and the page that shows them. */
export const duplicatesBench: BenchSuite = {
  name: 'duplicates',
  description: `find-duplicates among ${COUNT} pictures, the next run, and the page of groups over HTTP; embedded database.`,
  async run(): Promise<BenchReport> {
    const dataDir = await mkdtemp(join(tmpdir(), 'image-explorer-bench-'));
    try {
      await seed({ dataDir, url: null, more: writeHashes }, withCopies(generateVectors()));
      const rows = [...(await measureFirst(dataDir)), ...(await measureNext(dataDir))];
      return { rows, notes: NOTES };
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};

const NOTES = [
  `Hashes of smooth random pictures: 0.1 % of their pairs are within 10 bits, as of the photographs of decision 012. ${COPIES} are changed`,
  `copies with up to ${MOST_CHANGED_BITS} other bits, ${EMPTY} have no content and one hash.`,
];

async function measureFirst(dataDir: string): Promise<BenchRow[]> {
  const archive = await startArchive({ DATA_DIR: dataDir, CLIP_MODEL: 'builtin' });
  try {
    await archive.application.services.models.open();
    const before = process.memoryUsage().rss;
    const memory = new MemoryWatch(process.pid);
    const { seconds, counts } = await find(archive);
    memory.stop();
    return [
      { measure: `find-duplicates among ${COUNT} pictures`, value: seconds, unit: 's' },
      { measure: 'pictures compared', value: (counts['compared'] ?? 0) / seconds, unit: 'a second' },
      { measure: 'memory it takes at most', value: (memory.peakBytes - before) / 2 ** 20, unit: 'MB' },
      { measure: `pairs found (${COPIES} are there, besides those without content)`, value: sum(counts['same'], counts['near']), unit: '' },
      ...(await measurePage(archive)),
    ];
  } finally {
    await archive.close();
  }
}

async function measureNext(dataDir: string): Promise<BenchRow[]> {
  await forgetComparisons(dataDir);
  const archive = await startArchive({ DATA_DIR: dataDir, CLIP_MODEL: 'builtin' });
  try {
    await archive.application.services.models.open();
    const { seconds } = await find(archive);
    return [
      { measure: `find-duplicates after ${NEW_PICTURES} new pictures`, value: seconds, unit: 's' },
      { measure: 'find-duplicates after none', value: (await find(archive)).seconds, unit: 's' },
    ];
  } finally {
    await archive.close();
  }
}

async function measurePage({ url }: Archive): Promise<BenchRow[]> {
  const ask = async (query: string): Promise<number> => {
    const started = performance.now();
    const headers = { authorization: `Bearer ${BENCH_TOKEN}`, 'content-type': 'application/json' };
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
    const { errors } = (await response.json()) as { errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return performance.now() - started;
  };
  const page: number[] = [];
  const counts: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    page.push(await ask('{ duplicateGroups(first: 50) { totalCount edges { node { id members { path reasons } pairs { why } } } } }'));
    counts.push(await ask('{ duplicateCounts { exact same near decided spareBytes } }'));
  }
  return [
    { measure: `the first 50 groups, median of ${ROUNDS}`, value: quantile(page, 0.5), unit: 'ms' },
    { measure: `the counts, median of ${ROUNDS}`, value: quantile(counts, 0.5), unit: 'ms' },
  ];
}

async function find({ application }: Archive): Promise<{ seconds: number; counts: Readonly<Record<string, number>> }> {
  const started = performance.now();
  const { run, report } = await (await application.jobs.start('find-duplicates', {}, { kind: 'job', name: 'bench' })).finished;
  if (!report) throw new Error(run.summary ?? 'The job failed.');
  return { seconds: (performance.now() - started) / 1000, counts: report.counts };
}

async function forgetComparisons(dataDir: string): Promise<void> {
  const { dataSource, close } = await openDatabase({ url: null, poolSize: 1, dataDir, log: createLog('error') });
  const newest = Array.from({ length: NEW_PICTURES }, (_, at) => documentId(FIRST_COPY + at));
  await dataSource.query('DELETE FROM duplicate_searches WHERE document_id = ANY($1::uuid[])', [newest]);
  await close();
}

/** Which picture another one was made from; itself where it is an original. */
function originalOf(number: number): number {
  if (number < FIRST_COPY) return number;
  return number < FIRST_COPY + COPIES ? (number - FIRST_COPY) * 7 : FIRST_COPY + COPIES;
}

function withCopies(vectors: Float32Array): Float32Array {
  const random = createRandom(7);
  const dims = vectors.length / COUNT;
  for (let number = FIRST_COPY; number < COUNT; number += 1) {
    const original = vectors.slice(originalOf(number) * dims, (originalOf(number) + 1) * dims);
    const copy = original.map((value) => value + (0.2 * random.normal()) / Math.sqrt(dims));
    const length = Math.hypot(...copy);
    vectors.set(
      copy.map((value) => value / length),
      number * dims,
    );
  }
  return vectors;
}

async function writeHashes({ dataSource }: Database): Promise<void> {
  const random = createRandom(11);
  const hashes = Array.from({ length: FIRST_COPY }, () => smoothHash(() => random.normal()));
  for (let number = FIRST_COPY; number < COUNT; number += 1) {
    const isEmpty = number >= FIRST_COPY + COPIES;
    const bits = [...(hashes[originalOf(number)] ?? '')];
    for (let changed = random.whole(0, MOST_CHANGED_BITS); changed > 0; changed -= 1) bits[random.whole(0, 63)] = random.pick(['0', '1']);
    hashes.push(isEmpty ? '0'.repeat(64) : bits.join(''));
  }
  for (let from = 0; from < COUNT; from += BATCH) {
    const sql = `UPDATE image_embeddings e SET perceptual_hash = g.hash::bit(64) FROM unnest($1::uuid[], $2::text[]) AS g (id, hash) WHERE e.document_id = g.id`;
    await dataSource.query(sql, [
      Array.from({ length: BATCH }, (_, at) => documentId(from + at)),
      Array.from({ length: BATCH }, (_, at) => hashes[from + at]),
    ]);
  }
}

/** The block hash, as 64 bits, of a smooth random picture. */
function smoothHash(normal: () => number): string {
  const blocks = new Float64Array(64);
  for (let wave = 1; wave < 64; wave += 1) {
    const [down, across] = [wave >> 3, wave & 7];
    const amplitude = normal() / Math.hypot(down, across) ** FALL;
    blocks.forEach((value, at) => (blocks[at] = value + amplitude * cosineAt(down, at >> 3) * cosineAt(across, at & 7)));
  }
  // As block hashes do: brighter than the middle of its own quarter.
  return [0, 16, 32, 48]
    .map((from) => blocks.subarray(from, from + 16))
    .map((quarter) => Array.from(quarter, (value) => (value >= quantile([...quarter], 0.5) ? '1' : '0')).join(''))
    .join('');
}

function cosineAt(waves: number, place: number): number {
  return Math.cos((Math.PI * waves * (place + 0.5)) / 8);
}

function sum(one = 0, other = 0): number {
  return one + other;
}
