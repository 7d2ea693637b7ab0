import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { TestArchive } from '../support/archive.js';
import { browseArchive, openPage, seriousFaults, type BrowsedArchive } from '../support/browser.js';
import { PictureFolder } from '../support/pictures.js';
import { describeWith } from '../support/requirements.js';
import { scene } from '../support/scenes.js';

const SCENES = [3, 4, 5];
const SCENE_SECONDS = 3;

describeWith(['chromium', 'ffmpeg'], 'the moments of a video on the screen', () => {
  const folder = new PictureFolder();
  let archive: TestArchive;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let at: BrowsedArchive['at'];
  let close: BrowsedArchive['close'];
  let ids: Map<string, string>;
  const idOf = (name: string): string => ids.get(name) ?? '';
  const currentTime = (): Promise<number> => page.evaluate("document.querySelector('.viewer-video video').currentTime");
  const strip = () => page.getByRole('region', { name: 'Moments of the video' });

  // Three drawn pictures, and a film in which each stands for three seconds.
  beforeAll(async () => {
    for (const number of SCENES)
      folder.write(`still ${number}.png`, await scene(number).resize(640, 480, { fit: 'fill' }).png().toBuffer());
    for (const number of [20, 21]) folder.write(`other ${number}.jpg`, await scene(number).jpeg().toBuffer());
    const inputs = SCENES.flatMap((number) => ['-loop', '1', '-t', String(SCENE_SECONDS), '-i', join(folder.path, `still ${number}.png`)]);
    const joined = [
      '-filter_complex',
      `concat=n=${SCENES.length}`,
      '-r',
      '10',
      '-c:v',
      'libvpx',
      '-b:v',
      '1M',
      join(folder.path, 'film.webm'),
    ];
    execFileSync('ffmpeg', ['-nostdin', '-v', 'error', ...inputs, ...joined]);
    ({ archive, browser, page, complaints, at, close } = await browseArchive(folder, {
      mountPath: '/photos',
      viewport: { width: 1280, height: 800 },
    }));
    const { images } = await archive.ask<{ images: { edges: { node: { id: string; fileName: string } }[] } }>(
      '{ images { edges { node { id fileName } } } }',
    );
    ids = new Map(images.edges.map(({ node }) => [node.fileName, node.id]));
  }, 180_000);

  afterAll(() => close());

  test('a hit tells the second, shows that moment, and the video opens there', async () => {
    await page.goto(at(`/similar?id=${idOf('still 5.png')}`), { waitUntil: 'networkidle' });
    const film = `a[href*="${idOf('film.webm')}"]`;
    const hit = page.locator('.hit', { has: page.locator(film) });
    const tile = hit.locator(film);
    await tile.waitFor();
    expect(await tile.locator('img.picture').getAttribute('src')).toMatch(/frames\/\d+\/thumbnail/);
    expect(await hit.locator('.clock').textContent()).toMatch(/^0:0[6-8]$/);
    await tile.click();
    await page.waitForURL(/\/view\/.*t=\d+/);
    await strip().waitFor();
    await page.waitForTimeout(1_000);
    expect(await currentTime()).toBeGreaterThan(5.9);
    await page.getByText(/is the nearest of \d+ frames/).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  }, 60_000);

  test('the strip shows every frame, marks the current one, and goes where it is clicked', async () => {
    const frames = strip().getByRole('button', { name: /^Go to/ });
    expect(await frames.count()).toBeGreaterThanOrEqual(SCENES.length);
    await page.evaluate("document.querySelector('.viewer-video video').pause()");
    await frames.first().click();
    await page.waitForTimeout(500);
    expect(await currentTime()).toBeLessThan(SCENE_SECONDS);
    expect(await frames.first().getAttribute('aria-current')).toBe('true');
    expect(await strip().locator('[aria-current]').count()).toBe(1);
  });

  test('every frame can be searched with, by its button, by the line above and by Enter, and stands as the query', async () => {
    const asked = new RegExp(`/similar\\?id=${idOf('film.webm')}&frame=\\d+$`);
    const back = async (): Promise<void> => {
      await page.goBack();
      await strip().waitFor();
    };
    await strip().locator('li').last().hover();
    await strip()
      .locator('li')
      .last()
      .getByRole('button', { name: /^Find frame/ })
      .click();
    await page.waitForURL(asked);
    await page.locator('.hit-grid .query').waitFor();
    const picture = await page.locator('.panel img').first().getAttribute('src');
    expect(picture).toContain(`/frames/${new URL(page.url()).searchParams.get('frame') ?? ''}/thumbnail`);
    expect(await page.locator('.hit-grid .query img').first().getAttribute('src')).toBe(picture);
    // Of all pictures the still of that scene is the nearest.
    const second = page.locator('.hit-grid .hit').nth(1).locator('a');
    expect(await second.getAttribute('href')).toContain(idOf('still 5.png'));
    await back();
    await strip()
      .getByRole('button', { name: /^Find this moment/ })
      .click();
    await page.waitForURL(asked);
    await back();
    await page.locator('.viewer-page').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(asked);
    expect(complaints).toEqual([]);
  }, 60_000);

  test('on a phone the strip scrolls under the video and the page does not', async () => {
    const { page: phone } = await openPage(browser, { viewport: { width: 390, height: 844 }, extraHTTPHeaders: archive.owner });
    await phone.goto(at(`/view/${idOf('film.webm')}?t=8000`), { waitUntil: 'networkidle' });
    await phone.getByRole('region', { name: 'Moments of the video' }).waitFor();
    expect(await phone.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    const mark = await phone.locator('.viewer-frames [data-current]').boundingBox();
    expect((mark?.x ?? -1) >= 0 && (mark?.x ?? 400) < 390).toBe(true);
    await phone.context().close();
  }, 60_000);
});
