import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../server/database/data-source.js';
import { newId } from '../../server/ids.js';
import { createRandom } from '../../server/models/builtin/random.js';
import { GENERATION } from '../../server/repositories/kmeans.repository.js';
import { MAP_GENERATION } from '../../server/repositories/map.repository.js';
import { createRepositories } from '../../server/repositories/repositories.js';
import { createUnitOfWork } from '../../server/repositories/unit-of-work.js';
import { decide } from '../support/archive-rows.js';
import { quantile } from '../support/retrieval.js';
import { BENCH_TOKEN, startArchive, type BenchArchive } from './archive.js';
import type { BenchRow } from './report.js';
import { COUNT, documentId, generateVectors, seed } from './seeded-vectors.js';

const CLUSTERS = 256;
const PEOPLE = 50;
/** One picture in so many has a person. */
const WITH_PERSON = 5;
const ROUNDS = 20;

/** How long the map's route takes with 100,000 pictures in the embedded database, and what it does to other requests meanwhile. */
export async function measureAnswers(): Promise<BenchRow[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'image-explorer-bench-'));
  try {
    await seed({ dataDir, url: null, more: writeMap }, generateVectors());
    const archive = await startArchive({ DATA_DIR: dataDir, CLIP_MODEL: 'builtin' });
    return await measure(archive).finally(() => archive.close());
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function measure({ url }: BenchArchive): Promise<BenchRow[]> {
  const whole: number[] = [];
  const unchanged: number[] = [];
  const stalls: number[] = [];
  let bytes = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const stall = watchStalls();
    const first = await ask(url);
    stalls.push(stall.stop());
    bytes = first.bytes;
    whole.push(first.ms);
    unchanged.push((await ask(url, first.etag)).ms);
  }
  return [
    { measure: `the map of ${COUNT} pictures over HTTP, median of ${ROUNDS}`, value: quantile(whole, 0.5), unit: 'ms' },
    { measure: 'the slowest of them', value: Math.max(...whole), unit: 'ms' },
    { measure: 'the longest stall of the event loop meanwhile, median', value: quantile(stalls, 0.5), unit: 'ms' },
    { measure: 'asked again, nothing changed, median', value: quantile(unchanged, 0.5), unit: 'ms' },
    { measure: 'bytes', value: bytes / 1e6, unit: 'MB' },
  ];
}

async function ask(url: string, etag = ''): Promise<{ ms: number; etag: string; bytes: number }> {
  const started = performance.now();
  const headers = { authorization: `Bearer ${BENCH_TOKEN}`, 'if-none-match': etag, 'cache-control': 'max-age=0' };
  const response = await fetch(`${url}/api/images/map`, { headers });
  if (response.status !== (etag === '' ? 200 : 304)) throw new Error(`Expected a map but received ${response.status}.`);
  const { byteLength } = await response.arrayBuffer();
  return { ms: performance.now() - started, etag: response.headers.get('etag') ?? '', bytes: byteLength };
}

/** The longest time that a timer of 1 ms was late; server and client share this process, so some of it is the client's. */
function watchStalls(): { stop(): number } {
  let isWatching = true;
  let longest = 0;
  const watch = async (): Promise<void> => {
    for (let last = performance.now(); isWatching; last = performance.now()) {
      await sleep(1);
      longest = Math.max(longest, performance.now() - last - 1);
    }
  };
  void watch();
  return {
    stop() {
      isWatching = false;
      return longest;
    },
  };
}

async function writeMap(database: Database): Promise<void> {
  const random = createRandom(5);
  const { maps, settings, models } = createRepositories(database.dataSource.manager);
  const ids = Array.from({ length: COUNT }, (_, at) => documentId(at));
  const made = { generation: 1, modelId: await models.current(), madeAt: new Date().toISOString(), fingerprint: '', span: 20 };
  await maps.insert(
    1,
    ids,
    Float32Array.from({ length: 2 * COUNT }, () => random.unit()),
  );
  await settings.put(MAP_GENERATION, made);
  await settings.put(GENERATION, 1);
  const clusters = Array.from({ length: CLUSTERS }, () => newId());
  const insert = `INSERT INTO image_clusters (id, name, kind) SELECT id, 'kmeans_' || place, 'kmeans' FROM unnest($1::uuid[]) WITH ORDINALITY AS g (id, place)`;
  await database.dataSource.query(insert, [clusters]);
  const members = `INSERT INTO kmeans_members (document_id, generation, cluster_id)
    SELECT id, 1, ($1::uuid[])[1 + abs(hashtext(id::text)) % ${CLUSTERS}] FROM documents`;
  await database.dataSource.query(members, [clusters]);
  await decide(createUnitOfWork(database, null), async ({ namedSets, annotations, saidState }) => {
    const people = Array.from({ length: PEOPLE }, () => newId());
    for (const [at, id] of people.entries()) await namedSets.apply('person', id, { name: `Person ${at}` });
    const fact = { value: true, by: 'person:1', at: new Date().toISOString() };
    for (let from = 0; from < COUNT; from += 1000 * WITH_PERSON) {
      const some = ids.slice(from, from + 1000 * WITH_PERSON).filter((_, at) => at % WITH_PERSON === 0);
      await annotations.putMany(some.map((id) => ({ documentId: id, field: 'people', element: random.pick(people), fact })));
      await saidState.refreshPeople(some);
    }
  });
}
