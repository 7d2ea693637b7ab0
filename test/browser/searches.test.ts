import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { TestArchive } from '../support/archive.js';
import { browseArchive, seriousFaults, type BrowsedArchive } from '../support/browser.js';
import { PictureFolder } from '../support/pictures.js';
import { screenshotsDir } from '../support/places.js';
import { describeWith } from '../support/requirements.js';
import { scene } from '../support/scenes.js';
import { askRest } from '../support/similarity-client.js';

describeWith(['chromium'], 'searches that are kept', () => {
  const folder = new PictureFolder();
  let archive: TestArchive;
  let page: Page;
  let complaints: string[];
  let at: BrowsedArchive['at'];
  let close: BrowsedArchive['close'];

  const draw = async (from: number, to: number): Promise<void> => {
    for (let number = from; number < to; number += 1)
      writeFileSync(join(folder.path, `IMG_202103${10 + number}_110422.jpg`), await scene(number).jpeg().toBuffer());
  };
  const anyPicture = async (): Promise<string> => {
    const { images } = await archive.ask<{ images: { edges: { node: { id: string } }[] } }>('{ images { edges { node { id } } } }');
    return images.edges[2]!.node.id;
  };
  /** Lets the server refuse one query, until what it returns is called. */
  const breakQuery = async (name: string): Promise<() => Promise<void>> => {
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes(`"${name}"`) ? route.fulfill({ json: { errors: [{ message: 'Not now.' }] } }) : route.continue(),
    );
    return () => page.unroute('**/graphql');
  };
  // Where it is told: pictures of the pages, for people to look at.
  const shoot = async (name: string): Promise<void> => {
    if (screenshotsDir) await page.screenshot({ path: join(screenshotsDir, `${name}.png`) });
  };

  beforeAll(async () => {
    await draw(0, 9);
    ({ archive, page, complaints, at, close } = await browseArchive(folder));
  });

  afterAll(() => close());

  test('a search is listed under Activity and run again with its filters from there', async () => {
    await page.goto(at('/similar?text=IMG_2021&kind=photo&top=20'), { waitUntil: 'networkidle' });
    await askRest(archive, { upload: await scene(50).jpeg().toBuffer() });
    await askRest(archive, { imageId: await anyPicture(), threshold: 0.25, topK: 30 });
    await page.goto(at('/activity?tab=searches'), { waitUntil: 'networkidle' });
    await page.getByText('3 searches').waitFor();
    await page.getByText('not kept, drop it again').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await shoot('searches-light');
    await page.getByRole('radio', { name: 'Keywords' }).click();
    await page.getByText('1 search', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Run again: IMG_2021' }).click();
    await page.getByText('9 pictures with “IMG_2021” in their text').waitFor();
    expect(new URL(page.url()).search).toBe('?text=IMG_2021&top=20&kind=photo');
  });

  test('a search is saved under a name, found in the palette, renamed and deleted', async () => {
    await page.getByRole('button', { name: 'Save this search' }).first().click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByLabel('Name', { exact: true }).fill('Spring of 2021');
    await shoot('searches-save');
    await page.keyboard.press('Enter');
    await page.getByText('Saved as “Spring of 2021”.', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Save this search' }).first().click();
    await page.getByLabel('Name', { exact: true }).fill('spring of 2021');
    await page.keyboard.press('Enter');
    await page.getByText('Another saved search is named').waitFor();
    await page.keyboard.press('Escape');
    await page.goto(at('/'), { waitUntil: 'networkidle' });
    await page.keyboard.press('Control+k');
    await page.locator('[role=dialog] input:focus').waitFor();
    await page.keyboard.type('spring');
    await page.getByRole('option', { name: 'Search: Spring of 2021' }).click();
    await page.getByText('9 pictures with “IMG_2021” in their text').waitFor();
  });

  test('pictures that come in later are shown on it and answered', async () => {
    await draw(9, 12);
    await archive.ingest([folder.path]);
    await page.goto(at('/similar'), { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: '3 new for Spring of 2021' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await shoot('searches-saved-light');
    await page.getByRole('link', { name: '3 new for Spring of 2021' }).click();
    await page.getByText('New for the search “Spring of 2021”. Right?').waitFor();
    await shoot('searches-proposals');
    await page.locator('[data-proposal]').first().focus();
    await page.keyboard.press('n');
    await page.getByText('1 refused, not suggested again', { exact: true }).waitFor();
    await page.goto(at('/similar'), { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: '2 new for Spring of 2021' }).waitFor();
    await page.goto(at('/history'), { waitUntil: 'networkidle' });
    await page.getByText('Refused for 1 picture, never again: search Spring of 2021').waitFor();
  });

  test('a saved search is renamed and deleted', async () => {
    await page.goto(at('/similar'), { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'More for Spring of 2021' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    await page.getByLabel('Name', { exact: true }).fill('March 2021');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'More for March 2021' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByText('“March 2021” deleted.', { exact: true }).waitFor();
    await page.getByRole('region', { name: 'Saved searches' }).waitFor({ state: 'detached' });
  });

  test('of too few pictures for a threshold the page, the search that is kept and its address name none', async () => {
    await page.goto(at(`/similar?id=${await anyPicture()}`), { waitUntil: 'networkidle' });
    await page.getByText('11 pictures, no threshold yet').waitFor();
    await page.getByRole('button', { name: 'Save this search' }).click();
    await page.getByText('It is kept without a threshold').waitFor();
    await page.getByLabel('Name', { exact: true }).fill('All of it');
    await page.keyboard.press('Enter');
    await page.getByText('Saved as “All of it”.', { exact: true }).waitFor();
    await page.goto(at('/similar'), { waitUntil: 'networkidle' });
    await page.getByRole('link', { name: 'All of it' }).click();
    await page.getByText('11 pictures, no threshold yet').waitFor();
    expect([...new URL(page.url()).searchParams.keys()]).toEqual(['id', 'top']);
  });

  test('where asking fails, the answer to something else is neither shown nor to be saved', async () => {
    const repair = await breakQuery('SimilarImages');
    await page.getByRole('switch', { name: 'Collapse near-duplicates' }).click();
    await page.getByText('That did not work').waitFor();
    expect(await page.locator('.hit-grid .hit').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Save this search' }).count()).toBe(0);
    await repair();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.hit-grid .hit').first().waitFor();
    await page.getByRole('button', { name: 'Save this search' }).waitFor();
  });

  test('where the log cannot be narrowed, no searches of another kind are listed', async () => {
    await page.goto(at('/activity?tab=searches'), { waitUntil: 'networkidle' });
    const listed = page.getByRole('link', { name: /^Run again/ });
    await listed.first().waitFor();
    const repair = await breakQuery('SimilarityLog');
    await page.getByRole('radio', { name: 'Keywords' }).click();
    await page.getByText('That did not work').waitFor();
    expect(await listed.count()).toBe(0);
    await repair();
    await page.getByRole('button', { name: 'Try again' }).click();
    await listed.first().waitFor();
  });

  test('the pages are readable in the dark and on a phone, and nothing complained', async () => {
    for (const [name, width, colorScheme] of [
      ['phone-dark', 390, 'dark'],
      ['dark', 1280, 'dark'],
      ['narrow-light', 800, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 860 });
      await page.emulateMedia({ colorScheme });
      await page.goto(at('/activity?tab=searches'), { waitUntil: 'networkidle' });
      await page.getByText('Run again').first().waitFor({ state: 'attached' });
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
      expect(await seriousFaults(page)).toEqual([]);
      await shoot(`searches-${name}`);
    }
    expect(complaints).toEqual([]);
  });
});
