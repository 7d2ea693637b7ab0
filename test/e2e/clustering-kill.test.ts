import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CLUSTER_FAIL_POINTS, type FailPoint } from '../../server/fail-point.js';
import { BUILT_IN } from '../support/archive.js';
import { runJob } from '../support/archive-snapshot.js';
import { seededRandom } from '../support/hostile-bytes.js';
import { Household, waitUntil } from '../support/processes.js';
import { SmallArchive } from '../support/small-archive.js';

const PICTURES = 24;
const ADDED = 6;
// At these two nothing is on the disk that was not there at the one before.
const POINTS = CLUSTER_FAIL_POINTS.filter((point) => point !== 'clusters-found' && point !== 'clusters-tidied');
const SWAP = POINTS.indexOf('clusters-swapped');

/** The clustering that readers see: which pictures stand together, by the names of clusters. */
type Seen = Readonly<Record<string, readonly string[]>>;

describe('a server that is killed while it clusters', () => {
  const household = new Household();
  const random = seededRandom(5);
  let small: SmallArchive;

  /** Lets it cluster until it dies at the point, or is killed from outside (null). Returns what stood when it began. */
  async function kill(point: FailPoint | null): Promise<Seen> {
    const settings = { DATA_DIR: small.archive.dataDir, CLIP_MODEL: 'builtin' };
    const program = household.startCompiled('test/support/clustering-victim.ts', point === null ? [] : [point], settings);
    const [, seen = ''] = await program.until(/^seen (.*)\n/);
    if (point === null) {
      const lines = 2 + random(8);
      await waitUntil(() => program.output().out.split('\n').length > lines || !program.isRunning());
      if (program.isRunning()) process.kill(program.pid, 'SIGKILL');
    }
    const { signal } = await program.exited;
    if (point !== null) expect([program.output().err, signal]).toEqual(['', 'SIGKILL']);
    // What it had started ends by itself.
    await waitUntil(() => computationsIn(household.temporary).length === 0, 10_000);
    return JSON.parse(seen) as Seen;
  }

  beforeAll(async () => {
    small = await SmallArchive.open(PICTURES);
    await runJob(small, 'cluster-images', { clusters: 6 });
    await small.writePictures(PICTURES, PICTURES + ADDED);
    await small.archive.ingest([]);
    await small.archive.close({ keep: true });
  }, 120_000);
  afterAll(async () => {
    await household.close();
    await small.close();
  });

  test(`T39 kill -9 at ${POINTS.length} points and once at any moment: a whole clustering stands, the old one until the swap`, async () => {
    const stood: Seen[] = [];
    for (const point of POINTS) stood.push(await kill(point));
    stood.push(await kill(null));
    const [before] = stood;
    expect(Object.values(before ?? {}).flat()).toHaveLength(PICTURES);
    for (const seen of stood.slice(0, SWAP + 1)) expect(seen).toEqual(before);
    for (const seen of stood.slice(SWAP + 1)) {
      expect(new Set(Object.values(seen).flat()).size).toBe(PICTURES + ADDED);
      expect(Object.values(seen).flat()).toHaveLength(PICTURES + ADDED);
    }
  }, 300_000);

  test('T39 the next run completes, and nothing is left behind', async () => {
    await small.reopenClosed(BUILT_IN);
    expect(await runJob(small, 'cluster-images')).toMatchObject({ pictures: PICTURES + ADDED });
    expect(await runJob(small, 'cluster-images')).toEqual({ pictures: PICTURES + ADDED });
    const { dataDir } = small.archive;
    const [rows] = await small.whileClosed((query) =>
      query(`SELECT count(*)::int AS members, count(DISTINCT generation)::int AS generations,
        (SELECT count(*)::int FROM image_clusters c WHERE NOT EXISTS (SELECT FROM cluster_members m WHERE m.cluster_id = c.id)) AS empty FROM kmeans_members`),
    );
    expect(rows).toEqual({ members: PICTURES + ADDED, generations: 1, empty: 0 });
    expect(existsSync(join(dataDir, 'clustering'))).toBe(false);
    expect(readdirSync(dataDir).filter((name) => name.startsWith('map'))).toEqual([]);
    expect(await household.leftovers()).toEqual([]);
  }, 120_000);
});

/** Processes that compute for programs with this folder of temporary files. */
function computationsIn(temporary: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    const [command, environment] = ['cmdline', 'environ'].map((name) => readOrEmpty(`/proc/${pid}/${name}`));
    return /^\d+$/.test(pid) && command?.includes('computation-child') && environment?.includes(temporary);
  });
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
