import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import type { TestArchive } from '../support/archive.js';
import { browseArchive, openPage, seriousFaults, type BrowsedArchive } from '../support/browser.js';
import { PictureFolder } from '../support/pictures.js';
import { describeWith } from '../support/requirements.js';
import { scene } from '../support/scenes.js';

describeWith(['chromium'], 'the page of duplicates', () => {
  const folder = new PictureFolder();
  let archive: TestArchive;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  let at: BrowsedArchive['at'];
  let close: BrowsedArchive['close'];

  const counts = async (): Promise<Record<string, number>> =>
    (await archive.ask<{ duplicateCounts: Record<string, number> }>('{ duplicateCounts { exact same near decided } }')).duplicateCounts;
  const groups = () => page.locator('.duplicate-group');
  const left = async (wanted: number): Promise<void> => {
    for (let tries = 0; tries < 100 && (await groups().count()) !== wanted; tries += 1) await page.waitForTimeout(50);
    expect(await groups().count()).toBe(wanted);
  };
  const decided = async (wanted: number): Promise<void> => {
    for (let tries = 0; tries < 100 && (await counts())['decided'] !== wanted; tries += 1) await page.waitForTimeout(50);
    expect(await counts()).toMatchObject({ decided: wanted });
  };
  const press = async (key: string, wanted: number): Promise<void> => {
    await page.keyboard.press(key);
    await left(wanted);
  };

  beforeAll(async () => {
    for (let number = 0; number < 3; number += 1) {
      const picture = await scene(number).jpeg({ quality: 92 }).toBuffer();
      folder.write(`IMG_2021030${number + 1}_110422.jpg`, picture);
      const { width = 400 } = await sharp(picture).metadata();
      folder.write(
        `small_${number}.jpg`,
        await sharp(picture)
          .resize(Math.round(width * 0.7))
          .jpeg({ quality: 60 })
          .toBuffer(),
      );
    }
    folder.write('copy.jpg', await scene(7).jpeg().toBuffer());
    folder.write('copy of a copy.jpg', await scene(7).jpeg().toBuffer());
    ({ archive, browser, page, complaints, at, close } = await browseArchive(folder));
  });

  afterAll(() => close());

  test('says what to do while nothing was looked for', async () => {
    await page.goto(at('/duplicates?show=same'), { waitUntil: 'networkidle' });
    await page.getByText('No duplicates wait for you').waitFor();
    await page.getByRole('button', { name: 'Look for duplicates now' }).click();
    await page.getByText('Looking for duplicates has started. Groups appear here when it is done.', { exact: true }).waitFor();
    for (let tries = 0; tries < 100 && (await counts())['same'] !== 3; tries += 1) await page.waitForTimeout(100);
    expect(await counts()).toEqual({ exact: 1, same: 3, near: 0, decided: 0 });
  });

  test('shows groups side by side with why they match, and without a fault that axe calls serious', async () => {
    await page.goto(at('/duplicates'), { waitUntil: 'networkidle' });
    await left(4);
    await page.getByText('Same bytes', { exact: true }).first().waitFor();
    await page
      .getByText(/larger: \d+x\d+ against/)
      .first()
      .waitFor();
    await page
      .getByText(/bits of their hashes/)
      .first()
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('decides nothing under the sheet of keys, nor again while a key is held', async () => {
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('k');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await left(4);
    await page.keyboard.down('k');
    await page.keyboard.down('k');
    await page.keyboard.up('k');
    await decided(1);
    await press('k', 2);
    await decided(2);
    // The second takes back the first decision, not the last once more.
    await page.keyboard.press('u');
    await press('u', 4);
    await decided(0);
  });

  test('is decided by keyboard in any order, and taken back', async () => {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await press('k', 3);
    await page.getByText('One kept, 1 spare').first().waitFor();
    await press('n', 2);
    await press('2', 1);
    await decided(2);
    await press('u', 2);
    await decided(1);
    await page.getByRole('radio', { name: /Decided/ }).click();
    await left(1);
    expect(await groups().first().innerText()).toContain('Spare');
  });

  test('hands out the list of what is spare, and the history tells it', async () => {
    const link = page.getByRole('link', { name: 'Export the spare files' });
    expect(await link.getAttribute('href')).toContain('/api/duplicates/export');
    expect(await (await archive.fetch('/api/duplicates/export')).text()).toMatch(/^[^\n]+\/small_\d\.jpg\n$/);
    await page.goto(at('/history'), { waitUntil: 'networkidle' });
    await page
      .getByText(/Sorted out duplicates/)
      .first()
      .waitFor();
    await page
      .getByText(/are no duplicates/)
      .first()
      .waitFor();
  });

  test('is drawn light and dark, wide and narrow, and its errors say what to do', async () => {
    const shapes = [1440, 390].flatMap((width) => (['light', 'dark'] as const).map((colorScheme) => ({ width, colorScheme })));
    for (const { width, colorScheme } of shapes) {
      const shown = await openPage(browser, { viewport: { width, height: 880 }, colorScheme, extraHTTPHeaders: archive.owner });
      await shown.page.goto(at('/duplicates'), { waitUntil: 'networkidle' });
      await shown.page.locator('.duplicate-group').first().waitFor();
      expect(await seriousFaults(shown.page)).toEqual([]);
      expect(await shown.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      await shown.page.context().close();
    }
    const opened = await openPage(browser, { extraHTTPHeaders: archive.owner });
    await opened.page.route('**/graphql', (route) =>
      route.request().postData()?.includes('DuplicateGroups') ? route.fulfill({ status: 500, body: '{}' }) : route.continue(),
    );
    await opened.page.goto(at('/duplicates'));
    await opened.page.getByText('The duplicates could not be loaded').waitFor();
    await opened.page.context().close();
  });

  test('has no complaint of the browser', () => {
    expect(complaints).toEqual([]);
  });
});
