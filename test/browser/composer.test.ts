import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { STAND_IN, type TestArchive } from '../support/archive.js';
import { browseArchive, seriousFaults, type BrowsedArchive } from '../support/browser.js';
import { PictureFolder } from '../support/pictures.js';
import { screenshotsDir, sharedDir } from '../support/places.js';
import { describeWith } from '../support/requirements.js';
import { scene } from '../support/scenes.js';

const PICTURES = join(sharedDir, 'data/semantic/coco');
const BUS = '000000000471.jpg';

/** Asks again until it holds, for five seconds. */
async function soon(check: () => unknown): Promise<void> {
  for (const end = Date.now() + 5_000; Date.now() < end; await new Promise((again) => setTimeout(again, 50))) {
    try {
      await check();
      return;
    } catch {
      // Not yet.
    }
  }
  await check();
}

describeWith(['chromium', 'shared'], 'what is looked for, put together on the screen', () => {
  const folder = new PictureFolder();
  let archive: TestArchive;
  let page: Page;
  let complaints: string[];
  let at: BrowsedArchive['at'];
  let close: BrowsedArchive['close'];
  let bus: string;
  const address = (): URLSearchParams => new URL(page.url()).searchParams;
  const panel = (): Locator => page.locator('.panel').getByRole('complementary', { name: 'Looking for' });
  const sheet = (): Locator => page.getByRole('application', { name: /Cut out a part/ });
  const queries = (): Locator => page.locator('.hit-grid .query');
  const shoot = async (name: string): Promise<void> => {
    if (screenshotsDir) await page.screenshot({ path: join(screenshotsDir, `composer-${name}.png`) });
  };

  /** Draws from one point to another, both in fractions of the element. */
  async function drag(element: Locator, [fromX, fromY]: readonly [number, number], [toX, toY]: readonly [number, number]): Promise<void> {
    const box = (await element.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(box.x + box.width * fromX, box.y + box.height * fromY);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * ((fromX + toX) / 2), box.y + box.height * toY, { steps: 3 });
    await page.mouse.move(box.x + box.width * toX, box.y + box.height * toY, { steps: 3 });
    await page.mouse.up();
  }

  function regionOf(text: string | null): number[] {
    return (text ?? '').split(',').map(Number);
  }

  beforeAll(async () => {
    for (const name of readdirSync(PICTURES).filter((file) => file.endsWith('.jpg')))
      copyFileSync(join(PICTURES, name), join(folder.path, name));
    ({ archive, page, complaints, at, close } = await browseArchive(folder, {
      environment: STAND_IN,
      mountPath: '/photos',
      viewport: { width: 1440, height: 900 },
    }));
    const { images } = await archive.ask<{ images: { edges: { node: { id: string; fileName: string } }[] } }>(
      '{ images(first: 100) { edges { node { id fileName } } } }',
    );
    bus = images.edges.find(({ node }) => node.fileName === BUS)?.node.id ?? '';
  }, 120_000);

  afterAll(() => close());

  test('a part is cut out with the pointer and looked for with Enter', async () => {
    await page.goto(at(`/view/${bus}`), { waitUntil: 'networkidle' });
    await page.keyboard.press('c');
    await drag(sheet(), [0.1, 0.2], [0.9, 0.8]);
    await page.getByText('Part, 80 × 60 %').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await shoot('crop');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/similar\?id=.*&region=/);
    const region = regionOf(address().get('region'));
    [0.1, 0.2, 0.8, 0.6].forEach((share, place) => expect(region[place]).toBeCloseTo(share, 1));
    await queries().locator('.region').waitFor();
    await panel().getByText('Part, 80 × 60 %').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  }, 60_000);

  test('a part is cut out, moved and sized by keys alone, and Escape leaves only the crop', async () => {
    await page.goto(at(`/view/${bus}`), { waitUntil: 'networkidle' });
    await page.keyboard.press('c');
    await page.keyboard.press('ArrowLeft');
    await page.getByText('Part, 50 × 50 %').waitFor();
    await page.keyboard.press('Escape');
    await sheet().waitFor({ state: 'detached' });
    expect(page.url()).toContain('/view/');
    await page.keyboard.press('c');
    // Draws it, moves it by two, makes it wider by one, then lifts its top left corner by one.
    for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'Shift+ArrowRight', 'Tab', 'ArrowUp']) await page.keyboard.press(key);
    await page.getByText('Part, 51 × 51 %').waitFor();
    await page.getByText('A part of 51 by 51 percent, 23 percent from the left, 24 percent from the top').waitFor({ state: 'attached' });
    await page.keyboard.press('Enter');
    await page.waitForURL(/region=0\.23%2C0\.24%2C0\.51%2C0\.51|region=0\.23,0\.24,0\.51,0\.51/);
  }, 60_000);

  test('the part is changed over the query picture, kept by a reload, and given up again', async () => {
    await page.reload({ waitUntil: 'networkidle' });
    const picture = panel().getByRole('application');
    await panel().getByText('Part, 51 × 51 %').waitFor();
    await drag(picture, [0.02, 0.02], [0.2, 0.9]);
    await soon(() => expect(regionOf(address().get('region'))[2]).toBeCloseTo(0.18, 1));
    await panel().getByRole('button', { name: 'Use all of it' }).click();
    await soon(() => expect(address().get('region')).toBeNull());
  }, 60_000);

  test('words are added and weighed by keys, a hit is asked for less, and the address keeps all of it', async () => {
    await panel().getByRole('button', { name: 'Picture or words' }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.type('in the sun');
    await page.keyboard.press('Enter');
    await soon(() => expect(address().getAll('part')).toEqual([`id:${bus}`, 'text:in the sun']));
    const slider = panel().getByRole('slider', { name: /in the sun/ });
    await slider.focus();
    for (let n = 0; n < 6; n += 1) await page.keyboard.press('ArrowLeft');
    await soon(() => expect(address().getAll('part')).toEqual([`id:${bus}`, 'weight:0.4 text:in the sun']));
    const hit = page.locator('.hit-grid .hit:not(:has(.query))').first();
    await hit.hover();
    await hit.getByRole('button', { name: 'More or less like this' }).click();
    await page.getByRole('menuitem', { name: 'Less like this' }).click();
    await soon(() => expect(address().getAll('part')).toHaveLength(3));
    expect(address().getAll('part')[2]).toMatch(/^less weight:0\.5 id:/);
    const asked = page.url();
    await page.reload({ waitUntil: 'networkidle' });
    expect(page.url()).toBe(asked);
    expect(await panel().getByRole('slider').count()).toBe(3);
    expect(await queries().count()).toBe(1);
    expect(await seriousFaults(page)).toEqual([]);
    await shoot('mixture');
  }, 60_000);

  test('an uploaded picture joins while the box is open, and what is turned to less or removed leaves the address', async () => {
    const buffer = await scene(1).jpeg().toBuffer();
    await panel().getByRole('button', { name: 'Picture or words' }).click();
    await page.locator('.add-part-form input[type=file]').setInputFiles({ name: 'mine.jpg', mimeType: 'image/jpeg', buffer });
    await soon(async () => expect(await queries().count()).toBe(2));
    await panel().getByRole('button', { name: 'Change: mine.jpg' }).click();
    await page.getByRole('menuitem', { name: 'Leave out what is like it' }).click();
    await soon(() => expect(address().getAll('part').at(-1)).toMatch(/^not upload:/));
    await panel().getByRole('button', { name: 'Change: Not mine.jpg' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await soon(() => expect(address().getAll('part')).toHaveLength(3));
    await page.goBack();
    await soon(() => expect(address().getAll('part')).toHaveLength(4));
    await page.goBack();
  }, 60_000);

  test('the viewer says why a hit of a mixture is there, and asks for more like it', async () => {
    await page.goto(at(`/similar?part=id:${bus}&part=weight:0.4+text:in+the+sun`), { waitUntil: 'networkidle' });
    await page.locator('.hit-grid .hit:not(:has(.query)) a').first().click();
    await page.getByText('Why is this here?').waitFor();
    await page.getByRole('list', { name: 'Likeness to each part of the search' }).getByText('“in the sun”').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await shoot('why');
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'More like this' }).click();
    await page.waitForURL(/\/similar\?/);
    await soon(async () => expect(await queries().count()).toBe(2));
    // Back at the picture its own search is meant, not the one that was looked at since; and only the last can be undone.
    const hit = page.locator('.hit-grid .hit:not(:has(.query)) a').first();
    // The browser's zoom, which asks for nothing.
    await hit.press('Control+-');
    expect(address().getAll('part')).toHaveLength(3);
    await hit.press('-');
    await soon(() => expect(address().getAll('part')).toHaveLength(4));
    expect(await page.getByRole('button', { name: 'Undo', exact: true }).count()).toBe(1);
    await page.goBack();
    await page.goBack();
    await page.waitForURL(/\/view\//);
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Less like this' }).click();
    await page.waitForURL(/\/similar\?/);
    expect(address().getAll('part')).toEqual([`id:${bus}`, 'weight:0.4 text:in the sun', expect.stringMatching(/^less weight:0\.5 id:/)]);
  }, 60_000);

  test('a part is kept under a name, looked for, and removed with an undo', async () => {
    await page.goto(at(`/view/${bus}`), { waitUntil: 'networkidle' });
    await page.keyboard.press('c');
    await drag(sheet(), [0.2, 0.3], [0.6, 0.7]);
    await page.getByRole('button', { name: 'Keep this part' }).click();
    await page.getByRole('button', { name: 'More for the part A part' }).click();
    await page.getByRole('menuitem', { name: 'Name' }).click();
    await page.getByLabel('Name', { exact: true }).fill('The front');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Find: The front' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await shoot('kept');
    await page.getByRole('button', { name: 'More for the part The front' }).click();
    await page.getByRole('menuitem', { name: 'Remove' }).click();
    await page.getByRole('link', { name: 'Find: The front' }).waitFor({ state: 'detached' });
    await soon(async () => expect(await page.evaluate('document.activeElement.className')).toContain('viewer-page'));
    expect(await page.locator('.evidence-box').count()).toBe(0);
    await page.locator('li', { hasText: 'Part removed.' }).getByRole('button', { name: 'Undo' }).click();
    const kept = page.getByRole('link', { name: 'Find: The front' });
    await kept.waitFor();
    // While another part is cut out, keys on a link are the link's.
    await page.keyboard.press('c');
    await sheet().waitFor();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('Part, 50 × 50 %').waitFor();
    await kept.press('Shift+ArrowRight');
    expect(await page.getByText('Part, 50 × 50 %').count()).toBe(1);
    await kept.press('Enter');
    await page.waitForURL(/\/similar\?id=.*region=/);
    [0.2, 0.3, 0.4, 0.4].forEach((share, place) => expect(regionOf(address().get('region'))[place]).toBeCloseTo(share, 1));
  }, 60_000);

  test('several selected pictures are looked for together, and the log runs that again', async () => {
    await page.goto(at('/'), { waitUntil: 'networkidle' });
    await page.locator('[role=listitem] a').first().focus();
    for (const key of [' ', 'ArrowRight', ' ']) await page.keyboard.press(key, { delay: 50 });
    await page.getByRole('button', { name: 'Similar to all of these' }).click();
    await soon(async () => expect(await queries().count()).toBe(2));
    const parts = address().getAll('part');
    await page.goto(at('/activity?tab=searches'), { waitUntil: 'networkidle' });
    await page
      .getByRole('link', { name: /^Run again/ })
      .first()
      .click();
    await soon(async () => expect(await queries().count()).toBe(2));
    expect(address().getAll('part')).toEqual(parts);
  }, 60_000);

  test('everything is within reach on a phone, in the dark, and nothing complained', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(at(`/similar?part=region:0.1,0.2,0.8,0.6+id:${bus}&part=weight:0.4+text:in+the+sun&part=less+text:toy`), {
      waitUntil: 'networkidle',
    });
    await page.getByText('+ “in the sun”, − “toy”').waitFor();
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    expect(await page.getByRole('dialog').getByRole('slider').count()).toBe(3);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    expect(await seriousFaults(page)).toEqual([]);
    await shoot('phone-dark');
    expect(complaints).toEqual([]);
  }, 60_000);
});
