import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { chromium } from 'playwright-core';
import { chromiumPath, describeWith } from '../support/requirements.js';

/** A build and a browser on a machine that does ten other things. */
jest.setTimeout(120_000);

const ORIGIN = 'http://grid.test';
const MONTHS = Array.from({ length: 240 }, (_, i) => ({
  month: `${2026 - Math.floor(i / 12)}-${String(12 - (i % 12)).padStart(2, '0')}`,
  count: i === 0 ? 4087 : 4167,
}));
const TOTAL = MONTHS.reduce((sum, { count }) => sum + count, 0);
const TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.html': 'text/html' };
const GIF = Buffer.from('R0lGODlhAQABAIAAAP///wAAACH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==', 'base64');
// The policy the server sends, without which a worker or a style could work here and nowhere else.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'self'";

const JOB_FIELDS = { jobs: [], jobRuns: [] };
const ARCHIVE = {
  images: TOTAL,
  photos: TOTAL,
  videos: 0,
  failures: 0,
  missing: 0,
  earliest: null,
  latest: null,
  notices: [],
  roots: [],
  model: { name: 'builtin', readsText: false, dims: 512, embedded: TOTAL, download: null },
  database: { isEmbedded: true, version: '17', vectorVersion: '0.8' },
  disk: { freeBytes: 1, thumbnailBytes: 1 },
};

interface Request {
  operationName: string;
  variables: { month: string; offset: number; limit: number };
}

function bucketOf({ month, offset, limit }: Request['variables']): object {
  const ids = Array.from({ length: limit }, (_, i) => `${month}-${offset + i}`);
  const all = <T>(value: T): T[] => ids.map(() => value);
  return {
    month,
    offset,
    ids,
    aspectRatios: ids.map((_, i) => [1.5, 0.75, 1.333, 1.78][(i + offset) % 4]),
    thumbhashes: all('3OcRJYB4d3h/iIeHeEh3eIhw+j3A'),
    thumbnailUrls: ids.map((id) => `/api/images/${id}/thumbnail?v=1`),
    durationsMs: all(null),
    stackRoles: all(null),
    labels: ids,
    favourites: all(false),
  };
}

function answer({ operationName, variables }: Request): object {
  if (operationName === 'Timeline') return { timeline: { totalCount: TOTAL, months: MONTHS } };
  if (operationName === 'TimelineBucket') return { timelineBucket: bucketOf(variables) };
  if (operationName === 'Viewer') return { viewer: { name: 'Owner', role: 'OWNER', canReveal: false } };
  return operationName === 'Archive' ? { archive: ARCHIVE } : JOB_FIELDS;
}

function serve(folder: string, route: Route): Promise<void> {
  const { pathname } = new URL(route.request().url());
  if (pathname === '/graphql') return route.fulfill({ json: { data: answer(route.request().postDataJSON() as Request) } });
  if (pathname.startsWith('/api/')) return route.fulfill({ contentType: 'image/gif', body: GIF });
  const asset = pathname.replace('/image-explorer/', '');
  if (extname(asset) !== '') return route.fulfill({ contentType: TYPES[extname(asset)], body: readFileSync(join(folder, asset)) });
  const page = readFileSync(join(folder, 'index.html'), 'utf8').replaceAll('__BASE__', '/image-explorer/').replaceAll('__MOUNT__', '');
  return route.fulfill({ contentType: 'text/html', body: page, headers: { 'content-security-policy': POLICY } });
}

describeWith('chromium', 'the photo grid with a million pictures in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'image-explorer-grid-'));
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    execFileSync(
      'node',
      ['node_modules/vite/bin/vite.js', 'build', 'client', '--config', 'client/vite.config.ts', '--outDir', folder, '--emptyOutDir'],
      {
        stdio: 'ignore',
      },
    );
    browser = await chromium.launch({
      executablePath: chromiumPath ?? '',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.route(`${ORIGIN}/**`, (route) => serve(folder, route));
    await page.goto(`${ORIGIN}/image-explorer/`);
    await page.waitForSelector('[data-index="0"]');
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the scroll box stays below what a browser can draw', async () => {
    expect(await page.$eval('.box', (box) => box.scrollHeight)).toBeLessThan(8_388_608);
  });

  test('the End key reaches the last of a million pictures and Home comes back, with the focus', async () => {
    await page.focus('[data-index="0"] a');
    await page.keyboard.press('End');
    await page.waitForSelector(`[data-index="${TOTAL - 1}"] a:focus`);
    await page.keyboard.press('Home');
    await page.waitForSelector('[data-index="0"] a:focus');
  });

  test('dragging the scrubber to the middle shows pictures of the middle, and never more than 200', async () => {
    const track = await page.locator('.track').boundingBox();
    await page.mouse.move((track?.x ?? 0) + 30, (track?.y ?? 0) + 2);
    await page.mouse.down();
    for (let step = 1; step <= 20; step++)
      await page.mouse.move((track?.x ?? 0) + 30, (track?.y ?? 0) + ((track?.height ?? 0) / 2) * (step / 20));
    await page.mouse.up();
    await until(async () => Math.abs((await firstIndex(page)) / TOTAL - 0.5) < 0.01);
    expect(await page.locator('.grid-tile').count()).toBeLessThanOrEqual(200);
  });

  test('a reload comes back to the same picture at the same height', async () => {
    await page.mouse.move(700, 500);
    await page.mouse.wheel(0, 777);
    await until(() => page.evaluate(() => (globalThis as unknown as HistoryScope).history.state?.gridPlace?.id !== undefined));
    const [id, top] = await restingView(page);
    await page.reload();
    await page.waitForSelector(`[href$="${id}"]`);
    expect(await restingView(page)).toEqual([id, top]);
  });
});

/** What this file uses of the page's global scope (tests are compiled without the browser's types). */
interface HistoryScope {
  history: { state: { gridPlace?: { id?: string } } | null };
}

/** Asks until it is so; the test's own limit ends a wait in vain. The page's policy forbids the usual wait for an expression. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
}

function firstIndex(page: Page): Promise<number> {
  return page.locator('.grid-tile').first().getAttribute('data-index').then(Number);
}

/** Address and height of the first whole picture, once two looks agree. */
async function restingView(page: Page): Promise<[string, number]> {
  let seen = await firstInView(page);
  await until(async () => {
    const before = seen.join();
    await new Promise((resolve) => setTimeout(resolve, 300));
    seen = await firstInView(page);
    return seen[0] !== '' && seen.join() === before;
  });
  return seen;
}

function firstInView(page: Page): Promise<[string, number]> {
  return page.$$eval('.grid-tile', (tiles) => {
    const tile = tiles.find((one) => one.getBoundingClientRect().top > 120);
    return [tile?.querySelector('a')?.getAttribute('href') ?? '', Math.round(tile?.getBoundingClientRect().top ?? 0)];
  });
}
