import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cpSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startArchive } from '../support/archive.js';
import { createServerDatabase } from '../support/databases.js';
import { waitUntil } from '../support/processes.js';
import { describeWith } from '../support/requirements.js';
import { SmallArchive } from '../support/small-archive.js';

interface Shown {
  readonly id: string;
  readonly sourcePath: string;
  readonly title: string | null;
  readonly tags: string[];
  readonly sidecar: { readonly state: string; readonly conflicts: { readonly key: string; readonly theirs: string | null }[] };
}

interface Told {
  readonly document: { readonly id: string };
  readonly revision: number;
  readonly annotations: { title?: { value: string }; tags: { name: string; said?: boolean }[] };
}

const SUFFIX = '.annotation.json';
const EDITS = 1000;
const SHOWN = '{ id sourcePath title tags sidecar { state conflicts { key theirs } } }';

const openOnServer = async () => {
  const { url, drop } = await createServerDatabase();
  return { settings: { DATABASE_URL: url }, drop };
};

describe('Sidecars of a running archive (embedded)', () => tryAll(async () => ({ settings: {}, drop: async () => undefined })));
describeWith('postgres', 'Sidecars of a running archive (server)', () => tryAll(openOnServer));

function tryAll(openDatabase: () => Promise<{ settings: Record<string, string>; drop: () => Promise<void> }>): void {
  let drop: () => Promise<void>;
  let small: SmallArchive;
  const list = async (): Promise<Shown[]> =>
    (
      await small.archive.ask<{ images: { edges: { node: Shown }[] } }>(`{ images(first: 100) { edges { node ${SHOWN} } } }`)
    ).images.edges.map(({ node }) => node);
  const fileOf = ({ sourcePath }: Shown): string => join(small.root, `${sourcePath.split('/').at(-1)}${SUFFIX}`);
  const read = (path: string): Told => JSON.parse(readFileSync(path, 'utf8')) as Told;
  const annotate = (ids: readonly string[], changes: object): Promise<unknown> =>
    small.archive.ask(
      `mutation ($ids: [ID!]!, $changes: AnnotationChanges!) { annotateImages(ids: $ids, changes: $changes) { __typename } }`,
      { ids, changes },
    );
  const settled = (): Promise<void> =>
    waitUntil(async () => {
      const { archive } = await small.archive.ask<{ archive: { sidecars: { pending: number } } }>('{ archive { sidecars { pending } } }');
      return archive.sidecars.pending === 0;
    }, 60_000);
  /** Reads, changes and renames, as another program does; false while the file is away for a moment. */
  const edit = (path: string, change: (told: Told) => void): boolean => {
    try {
      const told = read(path);
      change(told);
      writeFileSync(`${path}.draft`, JSON.stringify(told));
      renameSync(`${path}.draft`, path);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
  };

  beforeAll(async () => {
    const database = await openDatabase();
    drop = database.drop;
    small = await SmallArchive.open(4, database.settings);
  }, 60_000);
  afterAll(async () => {
    await small.close();
    await drop();
  }, 60_000);

  test('what is said stands in a file beside the picture soon after', async () => {
    const [first] = await list();
    expect(first?.sidecar.state).toBe('NONE');
    await annotate([first?.id ?? ''], { title: 'Said', addTags: ['sea'] });
    await settled();
    expect((await list())[0]?.sidecar.state).toBe('WRITTEN');
    const told = read(fileOf(first as Shown));
    expect(told).toMatchObject({
      format: 'image-explorer/annotation',
      document: { id: first?.id },
      annotations: { title: { value: 'Said' } },
    });
  });

  test('T37 two writers and an outside editor change the same sidecars 1,000 times, and every edit is visible or a conflict', async () => {
    const pictures = await list();
    await annotate(
      pictures.map(({ id }) => id),
      { title: 'Begun', addTags: ['begun'] },
    );
    await settled();
    const said = new Map(pictures.map(({ id }) => [id, new Set<string>()]));
    const titles = new Map(pictures.map(({ id }) => [id, new Set<string>(['Begun'])]));
    let made = 0;
    const next = (): number | null => (made < EDITS ? (made += 1) : null);
    const pick = (number: number): Shown => pictures[(number * 7) % pictures.length] as Shown;
    const writer = async (name: string): Promise<void> => {
      for (let number = next(); number !== null; number = next()) {
        const picture = pick(number);
        const title = number % 5 === 0 ? { title: `${name} ${number}` } : {};
        await annotate([picture.id], { addTags: [`${name} ${number}`], ...title });
        said.get(picture.id)?.add(`${name} ${number}`);
        if (title.title) titles.get(picture.id)?.add(title.title);
      }
    };
    const editor = async (): Promise<void> => {
      for (let number = next(); number !== null; number = next()) {
        const picture = pick(number);
        const words = `editor ${number}`;
        while (
          !edit(fileOf(picture), (told) => {
            told.annotations.tags.push({ name: words });
            if (number % 10 === 0) told.annotations.title = { value: words };
          })
        )
          await sleep(1);
        said.get(picture.id)?.add(words);
        if (number % 10 === 0) titles.get(picture.id)?.add(words);
        await sleep(3);
      }
    };
    await Promise.all([writer('ada'), writer('bert'), editor()]);
    await small.archive.ingest([small.root]);
    await settled();
    for (const picture of await list()) {
      const conflicts = new Map(picture.sidecar.conflicts.map(({ key, theirs }) => [key, theirs]));
      for (const tag of said.get(picture.id) ?? []) expect(picture.tags.includes(tag) || conflicts.has(`tags/${tag}`)).toBe(true);
      expect(titles.get(picture.id)).toContain(picture.title);
      const told = read(fileOf(picture));
      expect(told.annotations.title?.value).toBe(picture.title);
      expect(told.annotations.tags.map(({ name }) => name).sort()).toEqual([...picture.tags].sort());
    }
    expect(readdirSync(small.root).filter((name) => name.startsWith('.') || name.endsWith('.draft'))).toEqual([]);
    expect([...said.values()].reduce((sum, { size }) => sum + size, 0)).toBe(EDITS);
  }, 180_000);

  test('a sidecar that vanished is written again by the next look, one that was changed is read, and one that is damaged is told of', async () => {
    const [gone, changed, damaged] = (await list()) as [Shown, Shown, Shown];
    rmSync(fileOf(gone));
    edit(fileOf(changed), (told) => (told.annotations.title = { value: 'By hand' }));
    writeFileSync(fileOf(damaged), '{');
    const report = await small.archive.ingest([small.root]);
    expect(report.failures).toEqual([
      expect.objectContaining({
        path: expect.stringContaining(SUFFIX) as unknown,
        message: expect.stringContaining('left as it is') as unknown,
      }),
    ]);
    await waitUntil(() => readdirSync(small.root).includes(fileOf(gone).split('/').at(-1) ?? ''), 20_000);
    expect((await list()).find(({ id }) => id === changed.id)?.title).toBe('By hand');
    expect(readFileSync(fileOf(damaged), 'utf8')).toBe('{');
    const { sidecarProblems } = await small.archive.ask<{ sidecarProblems: { edges: { node: { image: { id: string } } }[] } }>(
      '{ sidecarProblems { totalCount edges { node { message since image { id } } } } }',
    );
    expect(sidecarProblems.edges.map(({ node }) => node.image.id)).toContain(damaged.id);
    rmSync(fileOf(damaged));
    const started = await small.archive.application.jobs.start('write-sidecars', {}, { kind: 'job', name: 'test' });
    expect((await started.finished).run.outcome).toBe('succeeded');
    expect(read(fileOf(damaged)).document.id).toBe(damaged.id);
  }, 60_000);

  test('T46 a new archive over the same pictures and sidecars says the same of the same ids', async () => {
    await settled();
    const before = (await list()).sort((a, b) => (a.id < b.id ? -1 : 1));
    const folder = join(small.folder.path, 'elsewhere/photos');
    cpSync(small.root, folder, { recursive: true });
    // Edited since: only the sidecar knows which document it is.
    writeFileSync(join(folder, '0.jpg'), Buffer.concat([readFileSync(join(folder, '0.jpg')), Buffer.alloc(7)]));
    const rebuilt = await startArchive();
    try {
      await rebuilt.ingest([folder]);
      const { images } = await rebuilt.ask<{ images: { edges: { node: Shown }[] } }>(`{ images { edges { node ${SHOWN} } } }`);
      const words = ({ id, title, tags, sidecar }: Shown) => ({ id, title, tags, conflicts: sidecar.conflicts });
      const after = images.edges.map(({ node }) => node).sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(after.map(words)).toEqual(before.map(words));
    } finally {
      await rebuilt.close();
    }
  }, 60_000);
}
