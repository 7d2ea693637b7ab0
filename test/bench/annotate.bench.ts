import { createHash } from 'node:crypto';
import { mkdtemp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../server/database/data-source.js';
import { createLog } from '../../server/logging.js';
import { createRepositories } from '../../server/repositories/repositories.js';
import { insertDocuments } from '../support/archive-rows.js';
import { quantile } from '../support/retrieval.js';
import { BENCH_TOKEN, startArchive } from './archive.js';
import type { BenchReport, BenchSuite } from './report.js';

const COUNT = 1_000;
const ROUNDS = 3;
const TARGET_MS = 2_000;
const CHANGES = {
  title: 'Two weeks by train',
  addTags: ['travel', 'summer'],
  addPeople: [{ name: 'Ana' }],
  addClusters: [{ name: 'Venice' }],
};

type Ask = <T>(query: string, variables?: object) => Promise<T>;

/** Saying something of a thousand pictures at once and taking it back, over HTTP on the embedded database; and how long their sidecars take. */
export const annotateBench: BenchSuite = {
  name: 'annotate',
  description: `Annotate ${COUNT} pictures in one act over HTTP, undo it, and wait for their sidecars; embedded database.`,
  async run(): Promise<BenchReport> {
    const folder = await mkdtemp(join(tmpdir(), 'image-explorer-bench-'));
    const [dataDir, pictures] = [join(folder, 'data'), join(folder, 'pictures')];
    await mkdir(pictures, { recursive: true });
    const ids = await seed(dataDir, pictures);
    const archive = await startArchive({ DATA_DIR: dataDir, CLIP_MODEL: 'builtin' });
    try {
      const { said, undone, written } = await measure(asker(archive.url), ids);
      const files = (await readdir(pictures)).filter((name) => name.endsWith('.annotation.json')).length;
      return {
        rows: [
          { measure: `annotate ${COUNT} pictures, median of ${ROUNDS}`, value: quantile(said, 0.5), unit: 'ms', target: TARGET_MS },
          { measure: 'annotate, slowest', value: Math.max(...said), unit: 'ms' },
          { measure: `undo, median of ${ROUNDS}`, value: quantile(undone, 0.5), unit: 'ms', target: TARGET_MS },
          { measure: 'undo, slowest', value: Math.max(...undone), unit: 'ms' },
          { measure: `${files} sidecars on the disk after the last act`, value: written / 1000, unit: 's' },
        ],
      };
    } finally {
      await archive.close();
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function seed(dataDir: string, pictures: string): Promise<string[]> {
  const database = await openDatabase({ url: null, poolSize: 1, dataDir, log: createLog('silent') });
  try {
    const repositories = createRepositories(database.dataSource.manager);
    const root = await repositories.roots.insert({ name: 'pictures', path: pictures, kind: 'folder', sidecars: 'beside', sentinel: null });
    const hashes = Array.from({ length: COUNT }, (_, index) => createHash('sha256').update(`bench ${index}`).digest('hex'));
    const ids = await insertDocuments(
      repositories,
      hashes.map((contentHash) => ({ contentHash, keywords: ['from the file'] })),
    );
    const sources = ids.map((documentId, index) => ({
      ...{ rootId: root.id, path: `${index}.jpg`, documentId, contentHash: hashes[index] ?? '', bytes: 1, modifiedMs: 1 },
      state: 'present' as const,
    }));
    await repositories.sources.putMany(sources);
    for (const { path } of sources) await writeFile(join(pictures, path), 'x');
    return ids;
  } finally {
    await database.close();
  }
}

function asker(url: string): Ask {
  const headers = { authorization: `Bearer ${BENCH_TOKEN}`, 'content-type': 'application/json' };
  return async <T>(query: string, variables: object = {}) => {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
    const { data, errors } = (await response.json()) as { data: T; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
}

async function measure(ask: Ask, ids: readonly string[]): Promise<{ said: number[]; undone: number[]; written: number }> {
  const [said, undone]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const { ms, decisionId } = await annotate(ask, ids);
    said.push(ms);
    await untilWritten(ask);
    const started = performance.now();
    await ask('mutation ($id: ID!) { undoDecision(id: $id) { ... on DecisionResult { imageCount } } }', { id: decisionId });
    undone.push(performance.now() - started);
    await untilWritten(ask);
  }
  await annotate(ask, ids);
  return { said, undone, written: await untilWritten(ask) };
}

async function annotate(ask: Ask, ids: readonly string[]): Promise<{ ms: number; decisionId: string }> {
  const started = performance.now();
  const mutation = `mutation ($ids: [ID!]!, $changes: AnnotationChanges!) {
    annotateImages(ids: $ids, changes: $changes) { ... on AnnotationResult { decisionId images { id title tags } } } }`;
  const { annotateImages } = await ask<{ annotateImages: { decisionId: string } }>(mutation, { ids, changes: CHANGES });
  return { ms: performance.now() - started, decisionId: annotateImages.decisionId };
}

async function untilWritten(ask: Ask): Promise<number> {
  const started = performance.now();
  for (;;) {
    const { archive } = await ask<{ archive: { sidecars: { pending: number } } }>('{ archive { sidecars { pending } } }');
    if (archive.sidecars.pending === 0) return performance.now() - started;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
