import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { startArchive } from '../support/archive.js';
import { copyTemplate } from '../support/database-template.js';
import { PictureFolder } from '../support/pictures.js';
import { Household } from '../support/processes.js';
import { scene } from '../support/scenes.js';
import { hashesOf, readAllMarks, tracesOfAll, type Marks } from '../support/traces.js';

const folder = new PictureFolder();
const household = new Household();
const PICTURES = 8;
/** Where each run is killed: what it says last, and how long after that. */
const KILLS: readonly (readonly [RegExp, number])[] = [
  [/Forgetting pictures/, 0],
  [/Forgetting pictures/, 60],
  [/last traces/, 0],
  [/last traces/, 40],
  [/last traces/, 150],
  [/last traces/, 400],
];
let dataDir: string;
let marks: Marks[];
let originals: Record<string, string>;

beforeAll(async () => {
  for (let number = 0; number < PICTURES; number += 1)
    folder.write(
      `platypus${number}x.jpg`,
      await scene(50 + number)
        .jpeg()
        .toBuffer(),
    );
  dataDir = await copyTemplate();
  const archive = await startArchive({ dataDir });
  await archive.ingest([folder.path]);
  const { images } = await archive.ask<{ images: { edges: { node: { id: string; fileName: string } }[] } }>(
    '{ images { edges { node { id fileName } } } }',
  );
  for (const { node } of images.edges) {
    const changes = `{ title: "echidna of ${node.fileName}" }`;
    await archive.ask(`mutation { annotateImages(ids: ["${node.id}"], changes: ${changes}) { __typename } }`);
  }
  await archive.close({ keep: true });
  const pictures = images.edges.map(({ node }) => ({ id: node.id, words: [node.fileName, `echidna of ${node.fileName}`] }));
  marks = await readAllMarks(dataDir, pictures);
  originals = hashesOf(folder.path, (path) => path.endsWith('.annotation.json'));
}, 120_000);

afterAll(async () => {
  await household.close();
  folder.remove();
  rmSync(dataDir, { recursive: true, force: true });
}, 60_000);

const start = (...parts: string[]) =>
  household.startCompiled('jobs/run.ts', ['forget', '--json', ...parts], { DATA_DIR: dataDir, CLIP_MODEL: 'builtin', WORKERS: '1' });

describe('forget, killed', () => {
  test('T44 T39 promise 4: at whatever moment it is killed, the next run finishes it and nothing is left', async () => {
    const doomed = marks.slice(0, KILLS.length);
    for (const [place, { id }] of doomed.entries()) {
      const [phase, afterMs] = KILLS[place] ?? [/never/, 0];
      const killed = start('--images', id, '--with-sidecars', '--yes');
      // On a fast machine a phase may pass between two lines of progress: then it is killed at its end.
      await killed.until(new RegExp(`${phase.source}|"outcome":"succeeded"`));
      await sleep(afterMs);
      await killed.kill();
    }
    const last = start();
    expect([(await last.exited).code, last.output().err]).toEqual([0, '']);
    const traces = await tracesOfAll(dataDir, marks);
    expect(traces.slice(0, doomed.length)).toEqual(doomed.map(() => []));
    for (const left of traces.slice(doomed.length)) expect(left).not.toEqual([]);
    expect(hashesOf(folder.path, (path) => path.endsWith('.annotation.json'))).toEqual(originals);
  }, 240_000);

  test('T44: without --yes nothing is forgotten, and a dry run says what would be', async () => {
    const { id = '' } = marks.at(-1) ?? {};
    const refused = start('--images', id);
    expect([(await refused.exited).code, refused.output().out]).toEqual([1, expect.stringContaining('"outcome":"failed"')]);
    const looked = start('--images', id, '--dry-run');
    await looked.exited;
    expect(looked.output().out).toContain('"counts":{"images":1,"files":1,');
  }, 60_000);
});
