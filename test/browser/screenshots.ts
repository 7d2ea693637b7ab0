import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { writeAlbum } from '../../server/commands/demo/write-album.js';
import { buildClientForTests, launchBrowser, openPage } from '../support/browser.js';
import { startArchive, type TestArchive } from '../support/archive.js';

// `npm run screenshots [folder]`: every page, wide and narrow, light and dark, of the demo archive.
const target = resolve(process.argv[2] ?? 'docs/images');
const SHAPES = [
  { suffix: '', width: 1440, height: 900 },
  { suffix: '-phone', width: 390, height: 844 },
];

/** A page to be pictured: how to get there once signed in (or not). */
interface Shot {
  readonly name: string;
  readonly isSignedIn: boolean;
  go(page: Page, archive: TestArchive): Promise<void>;
}

const SHOTS: readonly Shot[] = [
  { name: 'photos', isSignedIn: true, go: (page, { base }) => visit(page, `${base}/image-explorer/`) },
  {
    name: 'viewer',
    isSignedIn: true,
    go: async (page, archive) => visit(page, `${archive.base}/image-explorer/view/${await someImage(archive)}`),
  },
  {
    name: 'similar',
    isSignedIn: true,
    go: async (page, archive) => visit(page, `${archive.base}/image-explorer/similar?id=${await someImage(archive)}`),
  },
  { name: 'clusters', isSignedIn: true, go: (page, { base }) => visit(page, `${base}/image-explorer/clusters?kind=named`) },
  {
    name: 'cluster',
    isSignedIn: true,
    go: async (page, archive) => visit(page, `${archive.base}/image-explorer/clusters/${(await clusters(archive, 'USER'))[0]?.id ?? ''}`),
  },
  { name: 'map', isSignedIn: true, go: (page, { base }) => visit(page, `${base}/image-explorer/map`) },
  { name: 'annotate', isSignedIn: true, go: annotateSeven },
  { name: 'activity', isSignedIn: true, go: (page, { base }) => visit(page, `${base}/image-explorer/activity`) },
  { name: 'settings', isSignedIn: true, go: (page, { base }) => visit(page, `${base}/image-explorer/settings`) },
  { name: 'login', isSignedIn: false, go: (page, { base }) => visit(page, `${base}/image-explorer/login`) },
];

async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForTimeout(800);
}

async function annotateSeven(page: Page, { base }: TestArchive): Promise<void> {
  await visit(page, `${base}/image-explorer/`);
  await page.locator('[role=listitem] a').first().focus();
  for (let n = 0; n < 7; n += 1) for (const key of [' ', 'ArrowRight']) await page.keyboard.press(key, { delay: 50 });
  await page.keyboard.press('a');
  await page.getByRole('combobox', { name: 'Tags' }).pressSequentially('la');
  await page.getByRole('option').first().waitFor();
}

/** Words for the dialog, some of them on all of the newest seven pictures and some on a few. */
async function saySomething(archive: TestArchive): Promise<void> {
  const { images } = await archive.ask<{ images: { edges: { node: { id: string } }[] } }>(
    '{ images(first: 30) { edges { node { id } } } }',
  );
  const ids = images.edges.map(({ node }) => node.id);
  const say = (from: number, to: number, changes: object): Promise<unknown> =>
    archive.ask('mutation ($ids: [ID!]!, $changes: AnnotationChanges!) { annotateImages(ids: $ids, changes: $changes) { __typename } }', {
      ids: ids.slice(from, to),
      changes,
    });
  await say(0, 7, { addTags: ['summer', 'travel'], addPeople: [{ name: 'Michael' }], description: 'Two weeks by train along the coast.' });
  await say(0, 3, { title: 'Morning in Burano', addPeople: [{ name: 'Ana' }] });
  await say(3, 5, { title: 'The lagoon', addTags: ['boats'], addClusters: [{ name: 'On the water' }] });
  await say(7, 30, { addTags: ['landscape'] });
  await say(8, 16, { addTags: ['lagoon'] });
}

async function clusters(archive: TestArchive, kind: 'USER' | 'KMEANS'): Promise<{ id: string; samples: { id: string }[] }[]> {
  const query = `{ clusters(kind: ${kind}, first: 50) { id samples(first: 24) { id } } }`;
  return (await archive.ask<{ clusters: { id: string; samples: { id: string }[] }[] }>(query)).clusters;
}

/** Two nights of clustering; between them half of each of the largest four is given a name, so that the other half is suggested. */
async function nameClusters(archive: TestArchive): Promise<void> {
  const night = async (): Promise<unknown> =>
    (await archive.application.jobs.start('cluster-images', {}, { kind: 'job', name: 'screenshots' })).finished;
  await night();
  const found = await clusters(archive, 'KMEANS');
  for (const [at, name] of ['On the water', 'Evenings', 'Hills in the morning', 'Gardens'].entries()) {
    const imageIds = found[at]?.samples.slice(0, 12).map(({ id }) => id) ?? [];
    if (imageIds.length === 0) continue;
    await archive.ask('mutation ($name: String!, $imageIds: [ID!]!) { createCluster(name: $name, imageIds: $imageIds) { decisionId } }', {
      name,
      imageIds,
    });
  }
  await night();
}

async function someImage(archive: TestArchive): Promise<string> {
  const { images } = await archive.ask<{ images: { edges: { node: { id: string } }[] } }>(
    '{ images(first: 5, filter: { kind: PHOTO }) { edges { node { id } } } }',
  );
  return images.edges[3]?.node.id ?? '';
}

async function picture(browser: Browser, archive: TestArchive, shots: readonly Shot[]): Promise<void> {
  const views = SHAPES.flatMap((shape) => (['light', 'dark'] as const).map((colorScheme) => ({ ...shape, colorScheme })));
  for (const { suffix, width, height, colorScheme } of views) {
    for (const shot of shots) {
      const extraHTTPHeaders = shot.isSignedIn ? archive.owner : {};
      const { page } = await openPage(browser, { viewport: { width, height }, colorScheme, extraHTTPHeaders });
      await shot.go(page, archive);
      await page.screenshot({ path: join(target, `${shot.name}${suffix}-${colorScheme}.png`) });
      await page.context().close();
    }
  }
}

mkdirSync(target, { recursive: true });
buildClientForTests();
const album = mkdtempSync(join(tmpdir(), 'demo-'));
await writeAlbum(album, 'ffmpeg', () => undefined);
const browser = await launchBrowser();
const empty = await startArchive({ environment: { CLIP_MODEL: 'builtin', BROWSE_ROOTS: album } });
await picture(browser, empty, [{ name: 'first-run', isSignedIn: true, go: (page, { base }) => visit(page, `${base}/image-explorer/`) }]);
await empty.ingest([album]);
await saySomething(empty);
await nameClusters(empty);
await picture(browser, empty, SHOTS);
await browser.close();
await empty.close();
