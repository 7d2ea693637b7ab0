import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { TestArchive } from '../support/archive.js';
import { browseArchive, seriousFaults, type BrowsedArchive } from '../support/browser.js';
import { PictureFolder, quarters } from '../support/pictures.js';
import { describeWith } from '../support/requirements.js';

// In a handful of pictures the nearer third is suggested.
const COUNT = 14;
const TAG = `mutation ($ids: [ID!]!, $tag: String!) {
  annotateImages(ids: $ids, changes: { addTags: [$tag] }) { ... on AnnotationResult { decisionId } }
}`;
const PROPOSE = 'mutation ($id: ID!) { proposeToNeighbours(decisionId: $id) { count } }';

interface Listed {
  readonly id: string;
  readonly fileName: string;
  readonly tags: string[];
}

describeWith(['chromium'], 'the history, suggestions and forgetting', () => {
  const folder = new PictureFolder();
  let archive: TestArchive;
  let page: Page;
  let complaints: string[];
  let at: BrowsedArchive['at'];
  let close: BrowsedArchive['close'];

  const pictures = async (hidden = 'WITHOUT'): Promise<Listed[]> => {
    const query =
      'query ($hidden: HiddenFilter) { images(first: 20, filter: { hidden: $hidden }) { edges { node { id fileName tags } } } }';
    const { images } = await archive.ask<{ images: { edges: { node: Listed }[] } }>(query, { hidden });
    return images.edges.map(({ node }) => node);
  };
  const tagged = async (tag: string): Promise<number> => (await pictures()).filter(({ tags }) => tags.includes(tag)).length;
  const tag = async (ids: readonly string[], word: string): Promise<string> =>
    (await archive.ask<{ annotateImages: { decisionId: string } }>(TAG, { ids, tag: word })).annotateImages.decisionId;
  const select = async (): Promise<void> => {
    await page.goto(at('/'), { waitUntil: 'networkidle' });
    await page.locator('[role=listitem] a').first().focus();
    await page.keyboard.press(' ');
    await page.getByRole('toolbar', { name: 'Selection' }).getByRole('button', { name: 'More' }).click();
  };

  beforeAll(async () => {
    for (let turn = 0; turn < COUNT; turn += 1) {
      const picture = await quarters(640, 420 + 4 * turn)
        .jpeg()
        .toBuffer();
      folder.write(`IMG_202103${10 + turn}_110422.jpg`, picture);
    }
    ({ archive, page, complaints, at, close } = await browseArchive(folder));
  });

  afterAll(() => close());

  test('what was said stands in the history as a sentence and is undone there', async () => {
    const ids = (await pictures()).slice(0, 3).map(({ id }) => id);
    await tag(ids, 'pier');
    await page.goto(at('/history'), { waitUntil: 'networkidle' });
    await page.getByText('Added tag pier to 3 pictures').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Undo: Added tag pier to 3 pictures' }).click();
    await page.getByText('Removed tag pier from 3 pictures').waitFor();
    expect(await page.locator('del').innerText()).toBe('Added tag pier to 3 pictures');
    expect(await tagged('pier')).toBe(0);
  });

  test('the history of one picture leaves out what was said about others', async () => {
    const [one, two] = await pictures();
    await tag([one!.id], 'harbour');
    await page.goto(at(`/history?image=${two!.id}`), { waitUntil: 'networkidle' });
    await page.getByText('Added tag pier').first().waitFor();
    expect(await page.getByText('Added tag harbour').count()).toBe(0);
  });

  test('every decision is exported as a line of JSON', async () => {
    const response = await archive.fetch('/api/decisions/export');
    const lines = (await response.text()).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { kind: string }).kind)).toContain('undo');
  });

  test('suggestions are accepted, refused and taken back with the keyboard alone', async () => {
    const [first] = await pictures();
    const { proposeToNeighbours } = await archive.ask<{ proposeToNeighbours: { count: number } }>(PROPOSE, {
      id: await tag([first!.id], 'sea'),
    });
    expect(proposeToNeighbours.count).toBeGreaterThanOrEqual(3);
    await page.goto(at('/proposals'), { waitUntil: 'networkidle' });
    await page.getByText('Tag them “sea”?').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.locator('[data-proposal]').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press(' ');
    await page.keyboard.press('Enter');
    await page.getByText('1 accepted', { exact: true }).waitFor();
    expect(await tagged('sea')).toBe(2);
    await page.keyboard.press('n');
    await page.getByText('1 refused, not suggested again', { exact: true }).waitFor();
    await page
      .getByText(`${proposeToNeighbours.count - 2} picture`)
      .first()
      .waitFor();
    await page.keyboard.press('u');
    await page
      .getByText(`${proposeToNeighbours.count - 1} picture`)
      .first()
      .waitFor();
    expect(await tagged('sea')).toBe(2);
    await page.keyboard.press('a');
    await page.getByText('Nothing to decide').waitFor();
    expect(await tagged('sea')).toBe(proposeToNeighbours.count + 1);
  });

  test('a hidden picture leaves the photos and comes back with the undo', async () => {
    await select();
    await page.getByRole('menuitem', { name: 'Hide' }).click();
    await page.getByText('1 picture hidden', { exact: true }).waitFor();
    expect([(await pictures()).length, (await pictures('ONLY')).length]).toEqual([COUNT - 1, 1]);
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone.', { exact: true }).waitFor();
    expect((await pictures()).length).toBe(COUNT);
  });

  test('a picture is forgotten only after its number was typed, and its original stays', async () => {
    const [first] = await pictures();
    await select();
    await page.getByRole('menuitem', { name: 'Forget…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Forget 1 picture' });
    await dialog.getByText('never deleted').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Continue' }).click();
    const confirm = dialog.getByRole('button', { name: 'Forget 1 picture for good' });
    await page.keyboard.type('2');
    expect(await confirm.isDisabled()).toBe(true);
    await page.keyboard.press('Backspace');
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await page.getByText('Forgetting 1 picture.', { exact: true }).waitFor();
    await page.goto(at('/history'));
    await page.getByText(/^Forgot( 1)? picture/).waitFor();
    expect((await pictures()).map(({ id }) => id)).not.toContain(first!.id);
    expect(existsSync(join(folder.path, first!.fileName))).toBe(true);
  });

  test('the browser had nothing to complain about', () => {
    expect(complaints).toEqual([]);
  });
});
