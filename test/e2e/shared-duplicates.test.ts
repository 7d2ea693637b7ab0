import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { BUILT_IN, STAND_IN, startArchive, type TestArchive } from '../support/archive.js';
import { sayFigure } from '../support/figures.js';
import { listManifest } from '../support/manifest.js';
import { PictureFolder } from '../support/pictures.js';
import { describeWith, sharedDir } from '../support/requirements.js';

interface Group {
  readonly id: string;
  readonly kind: 'EXACT' | 'SAME' | 'NEAR';
  readonly members: readonly {
    path: string;
    isBetter: boolean;
    mark: string | null;
    reasons: string[];
    image: { id: string; width: number };
  }[];
}

const GROUPS = `query ($decided: Boolean! = false) { duplicateGroups(first: 1000, decided: $decided) { totalCount edges { node {
  id kind members { path isBetter mark reasons image { id width } } } } } }`;
const MARK = 'mutation ($marks: [DuplicateMarkInput!]!) { markDuplicates(marks: $marks) { decisionId imageCount } }';
const APART = 'mutation ($ids: [ID!]!) { notDuplicates(ids: $ids) { decisionId } }';
const UNDO = 'mutation ($id: ID!) { undoDecision(id: $id) { __typename } }';

/** Every file below a folder with the hash of its bytes and its time of change. */
function stateOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry): [string, string] => {
      const path = join(entry.parentPath, entry.name);
      return [path, `${createHash('sha256').update(readFileSync(path)).digest('hex')} ${statSync(path).mtimeMs}`];
    }),
  );
}

describeWith('shared', 'duplicates among photographs in a running archive', () => {
  let folder: PictureFolder;
  let truths: Map<string, { group?: string; level?: string }>;

  beforeAll(() => {
    folder = new PictureFolder();
    const copies = listManifest('neardup');
    truths = new Map(copies.map(({ path, groundTruth }) => [basename(path), groundTruth]));
    for (const { path } of [...copies, ...listManifest('semantic', 'faces/lfw')]) {
      mkdirSync(dirname(join(folder.path, path)), { recursive: true });
      copyFileSync(join(sharedDir, 'data', path), join(folder.path, path));
    }
  });

  afterAll(() => folder.remove());

  const open = async (environment: Record<string, string>): Promise<TestArchive> => {
    const archive = await startArchive({ environment });
    await archive.ingest([folder.path]);
    return archive;
  };
  const find = async (archive: TestArchive): Promise<void> => {
    const started = await archive.application.jobs.start('find-duplicates', {}, { kind: 'job', name: 'test' });
    expect((await started.finished).run.outcome).toBe('succeeded');
  };
  const listGroups = async (archive: TestArchive, decided = false): Promise<Group[]> => {
    const { duplicateGroups } = await archive.ask<{ duplicateGroups: { edges: { node: Group }[] } }>(GROUPS, { decided });
    return duplicateGroups.edges.map(({ node }) => node);
  };
  const exported = async (archive: TestArchive): Promise<string[]> =>
    (await (await archive.fetch('/api/duplicates/export')).text()).split('\n').filter(Boolean);

  test.each([
    ['the built-in descriptor', BUILT_IN, { light: 0.9, precision: 0.98 }],
    ['the stand-in', STAND_IN, { light: 0.8, precision: 0.95 }],
  ])('are found for the copies of every base and for little else, with %s', async (name, environment, floor) => {
    const archive = await open(environment);
    try {
      await find(archive);
      const groups = (await listGroups(archive)).filter(({ kind }) => kind !== 'EXACT');
      const groupOf = ({ path }: { path: string }): string | undefined => truths.get(basename(path))?.group;
      const pairs = groups.flatMap(({ members: [better, ...others] }) => others.map((other) => ({ better, other })));
      // What is no generated copy has no base: pairs of the few other sets of copies are left out.
      const known = pairs.filter(({ better, other }) =>
        [better, other].some((one) => !one || groupOf(one) || !one.path.includes('neardup/')),
      );
      const right = known.filter(({ better, other }) => better && groupOf(better) && groupOf(better) === groupOf(other));
      const light = [...truths].filter(([, truth]) => truth.level === 'light' || truth.level === 'original');
      const grouped = new Set(right.flatMap(({ better, other }) => [basename(better?.path ?? ''), basename(other.path)]));
      const recall = light.filter(([file]) => grouped.has(file)).length / light.length;
      sayFigure(`light copies in a group of their base, ${name}`, recall);
      sayFigure(`pairs of groups that are copies, ${name}`, right.length / known.length);
      expect(recall).toBeGreaterThanOrEqual(floor.light);
      expect(right.length / known.length).toBeGreaterThanOrEqual(floor.precision);
      expect(groups.map(({ members }) => members.findIndex(({ isBetter }) => isBetter))).toEqual(groups.map(() => 0));
    } finally {
      await archive.close();
    }
  });

  test('are marked, exported, set apart and collapsed, and no file is ever deleted or changed', async () => {
    const before = stateOf(folder.path);
    const archive = await open(BUILT_IN);
    try {
      await find(archive);
      const groups = await listGroups(archive);
      const exact = groups.find(({ kind, members }) => kind === 'EXACT' && members.some(({ path }) => path.includes('IMG_4120')));
      expect(exact?.members.map(({ path }) => basename(path)).sort()).toEqual(['IMG_4120 (1).JPG', 'IMG_4120 copy.JPG', 'IMG_4120.JPG']);
      const pictures = groups.filter(({ kind, members }) => kind !== 'EXACT' && members.length > 2);
      const [one, other] = pictures;
      const mark = async (group: Group | undefined): Promise<string> => {
        const marks = (group?.members ?? []).map(({ image, path }, index) => ({
          imageId: image.id,
          path: group?.kind === 'EXACT' ? path : null,
          mark: index === 0 ? 'KEEP' : 'SPARE',
        }));
        return (await archive.ask<{ markDuplicates: { decisionId: string } }>(MARK, { marks })).markDuplicates.decisionId;
      };
      await mark(exact);
      const decisionId = await mark(one);
      const spare = [...(exact?.members ?? []).slice(1), ...(one?.members ?? []).slice(1)].map(({ path }) => path);
      // A picture that is spare is so with all of its files.
      const listed = await exported(archive);
      expect(listed).toEqual(expect.arrayContaining(spare));
      const kept = [exact, one].map((group) => group?.members[0]?.path);
      expect(listed.filter((path) => kept.includes(path))).toEqual([]);
      expect(await listGroups(archive, true)).toHaveLength(2);

      // Whoever keeps nothing of a picture is not handed a list that would lose it.
      await archive.ask(MARK, { marks: [{ imageId: one?.members[0]?.image.id, mark: 'SPARE' }] });
      expect((await exported(archive)).filter((path) => one?.members.some((member) => member.path === path))).toEqual([]);

      await archive.ask(APART, { ids: other?.members.map(({ image }) => image.id) });
      await find(archive);
      const members = new Set(other?.members.map(({ image }) => image.id));
      for (const group of await listGroups(archive)) {
        expect(group.members.filter(({ image }) => group.kind !== 'EXACT' && members.has(image.id)).length).toBeLessThan(2);
      }
      const undone = await archive.ask<{ undoDecision: { __typename: string } }>(UNDO, { id: decisionId });
      expect(undone.undoDecision.__typename).toBe('UndoConflict');

      const body = { image_id: pictures[2]?.members[0]?.image.id, collapse: true, top_k: 40 };
      const headers = { 'content-type': 'application/json' };
      const answer = await archive.fetch('/api/images/similar', { method: 'POST', headers, body: JSON.stringify(body) });
      const { results } = (await answer.json()) as {
        results: { is_query: boolean; image: { id: string }; duplicates: { id: string }[] }[];
      };
      expect(results[0]).toMatchObject({ is_query: true, image: { id: body.image_id } });
      expect(results[0]?.duplicates.length).toBeGreaterThan(0);
      const shown = results.flatMap(({ image, duplicates }) => [image.id, ...duplicates.map(({ id }) => id)]);
      expect(new Set(shown).size).toBe(shown.length);
    } finally {
      await archive.close();
    }
    // Sidecars are the only files that were written.
    const after = stateOf(folder.path);
    for (const [path, state] of before) expect([path, after.get(path)]).toEqual([path, state]);
    expect([...after.keys()].filter((path) => !before.has(path) && !path.endsWith('.annotation.json'))).toEqual([]);
  });
});
