import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FAIL_POINTS } from '../../server/fail-point.js';
import { startArchive, type TestArchive } from '../support/archive.js';
import { seededRandom } from '../support/hostile-bytes.js';
import { Household, waitUntil } from '../support/processes.js';
import { SmallArchive } from '../support/small-archive.js';

interface Shown {
  readonly id: string;
  readonly sourcePath: string;
  readonly title: string;
  readonly tags: string[];
  readonly sidecar: { readonly state: string; readonly conflicts: readonly unknown[] };
}

const SUFFIX = '.annotation.json';
const RANDOM_KILLS = 9;

describe('A server that is killed while it saves', () => {
  const household = new Household();
  const random = seededRandom(36_38);
  const acknowledged: { id: string; word: string }[] = [];
  let small: SmallArchive;
  let dataDir: string;
  let kills = 0;

  beforeAll(async () => {
    small = await SmallArchive.open(3);
    ({ dataDir } = small.archive);
    await small.archive.close({ keep: true });
  }, 60_000);
  afterAll(async () => {
    await household.close();
    small.folder.remove();
    rmSync(dataDir, { recursive: true, force: true });
  });

  /** Lets a server save until it dies at the point, or is killed from outside. */
  async function killOnce(point: string | null): Promise<void> {
    const program = household.start('test/support/sidecar-victim.ts', point === null ? [] : [point], { DATA_DIR: dataDir });
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

  test.each(FAIL_POINTS.map((point, index) => [index + 1, point] as const))(
    'T36 T38 kill -9 at fail point %i, %s: no file is torn',
    async (_number, point) => {
      await killOnce(point);
      expectNoneTorn();
    },
  );

  test(`T36 T38 ${RANDOM_KILLS} kills -9 at any moment: no file is torn`, async () => {
    for (let kill = 0; kill < RANDOM_KILLS; kill += 1) {
      await killOnce(null);
      expectNoneTorn();
    }
  });

  test('T38 started again, database and sidecars agree, every acknowledged word is in both, and nothing is left behind', async () => {
    const archive: TestArchive = await startArchive({ dataDir });
    try {
      const count = async (): Promise<number> =>
        (await archive.ask<{ archive: { sidecars: { pending: number } } }>('{ archive { sidecars { pending } } }')).archive.sidecars
          .pending;
      await waitUntil(async () => (await count()) === 0, 30_000);
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
      expect(kills).toBe(FAIL_POINTS.length + RANDOM_KILLS);
    } finally {
      await archive.close({ keep: true });
    }
  }, 60_000);
});
