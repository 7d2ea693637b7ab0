import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { FAIL_POINTS, type FailPoint } from '../../server/fail-point.js';
import { BUILT_IN, startArchive, type TestArchive } from '../support/archive.js';
import { createServerDatabase } from '../support/databases.js';
import { seededRandom } from '../support/hostile-bytes.js';
import { Household, waitUntil } from '../support/processes.js';
import { describeWith } from '../support/requirements.js';
import { SmallArchive } from '../support/small-archive.js';

interface Shown {
  readonly id: string;
  readonly sourcePath: string;
  readonly title: string;
  readonly tags: string[];
  readonly sidecar: { readonly state: string; readonly conflicts: readonly unknown[] };
}

const SUFFIX = '.annotation.json';

/** What is killed: servers on the embedded database one after the other, or on PostgreSQL two at a time over the same pictures. */
interface Victims {
  readonly points: readonly FailPoint[];
  readonly randomKills: number;
  readonly atOnce: number;
  open(): Promise<{ readonly settings: Record<string, string>; release(): Promise<void>; drop(): Promise<void> }>;
}

const NOTHING = (): Promise<void> => Promise.resolve();
const EMBEDDED: Victims = {
  ...{ points: FAIL_POINTS, randomKills: 9, atOnce: 1 },
  open: () => Promise.resolve({ settings: {}, release: NOTHING, drop: NOTHING }),
};
const ON_SERVER: Victims = {
  ...{ points: [], randomKills: 100, atOnce: 2 },
  open: async () => {
    const { url, drop } = await createServerDatabase();
    return { settings: { DATABASE_URL: url }, release: () => releaseClaims(url), drop };
  },
};

/** What the killed had claimed is free after a minute; this test does not wait for it. */
async function releaseClaims(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('UPDATE sidecar_outbox SET claimed_until = now()');
  await client.end();
}

describe('A server on the embedded database that is killed while it saves', () => testKills(EMBEDDED));
describeWith(['postgres'], 'Two servers on PostgreSQL that are killed while they save', () => testKills(ON_SERVER));

function testKills({ points, randomKills, atOnce, open }: Victims): void {
  const household = new Household();
  const random = seededRandom(36_38);
  const acknowledged: { id: string; word: string }[] = [];
  let opened: Awaited<ReturnType<Victims['open']>>;
  let small: SmallArchive;
  let dataDir: string;
  let kills = 0;

  beforeAll(async () => {
    opened = await open();
    small = await SmallArchive.open(3, opened.settings);
    ({ dataDir } = small.archive);
    await small.archive.close({ keep: true });
  }, 60_000);
  afterAll(async () => {
    await household.close();
    small.folder.remove();
    rmSync(dataDir, { recursive: true, force: true });
    await opened.drop();
  });

  /** Lets a server save until it dies at the point, or is killed from outside. */
  async function killOnce(point: string | null): Promise<void> {
    const settings = { DATA_DIR: dataDir, ...opened.settings };
    const program = household.startCompiled('test/support/sidecar-victim.ts', point === null ? [] : [point], settings);
    await program.until(/ready\n/);
    if (point === null) {
      await waitUntil(() => program.output().out.split('\n').length > 3 + random(12));
      await sleep(random(20));
      await program.kill();
    }
    expect((await program.exited).signal).toBe('SIGKILL');
    kills += 1;
    const lines = program.output().out.split('\n').slice(1, -1);
    acknowledged.push(...lines.map((line) => ({ id: line.split(' ')[0] ?? '', word: line.split(' ')[1] ?? '' })));
  }

  const sidecars = (): string[] => readdirSync(small.root).filter((name) => name.endsWith(SUFFIX) && !name.startsWith('.'));
  const expectNoneTorn = (): void => {
    for (const name of sidecars()) expect(() => JSON.parse(readFileSync(join(small.root, name), 'utf8')) as unknown).not.toThrow();
  };

  for (const [index, point] of points.entries()) {
    test(`T36 T38 kill -9 at fail point ${index + 1}, ${point}: no file is torn`, async () => {
      await killOnce(point);
      expectNoneTorn();
    });
  }

  test(`T36 T38 ${randomKills} kills -9 at any moment: no file is torn`, async () => {
    for (let kill = 0; kill < randomKills; kill += atOnce) {
      await Promise.all(Array.from({ length: atOnce }, () => killOnce(null)));
      expectNoneTorn();
    }
  }, 600_000);

  test('T38 started again, database and sidecars agree, every acknowledged word is in both, and nothing is left behind', async () => {
    await opened.release();
    const archive: TestArchive = await startArchive({ dataDir, environment: { ...BUILT_IN, ...opened.settings } });
    try {
      const count = async (): Promise<number> =>
        (await archive.ask<{ archive: { sidecars: { pending: number } } }>('{ archive { sidecars { pending } } }')).archive.sidecars
          .pending;
      await waitUntil(async () => (await count()) === 0, 60_000);
      const { images } = await archive.ask<{ images: { edges: { node: Shown }[] } }>(
        '{ images { edges { node { id sourcePath title tags sidecar { state conflicts { key } } } } } }',
      );
      expect(images.edges).toHaveLength(3);
      for (const { node } of images.edges) {
        const told = JSON.parse(readFileSync(join(small.root, `${node.sourcePath.split('/').at(-1)}${SUFFIX}`), 'utf8')) as {
          annotations: { title: { value: string }; tags: { name: string }[] };
        };
        expect(node.sidecar).toEqual({ state: 'WRITTEN', conflicts: [] });
        expect(told.annotations.title.value).toBe(node.title);
        expect(told.annotations.tags.map(({ name }) => name).sort()).toEqual([...node.tags].sort());
        const words = acknowledged.filter(({ id }) => id === node.id).map(({ word }) => word);
        expect(words.filter((word) => !node.tags.includes(word))).toEqual([]);
        expect(words.length).toBeGreaterThan(0);
      }
      expect(readdirSync(small.root).filter((name) => name.startsWith('.'))).toEqual([]);
      expect(kills).toBe(points.length + randomKills);
    } finally {
      await archive.close({ keep: true });
    }
  }, 180_000);
}
