import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { startArchive, type TestArchive } from '../support/archive.js';
import { buildClientForTests, launchBrowser, openPage, seriousFaults } from '../support/browser.js';
import { PictureFolder, quarters } from '../support/pictures.js';
import { describeWith } from '../support/requirements.js';

const SECRET_NAME = '"><img src=x onerror=alert(1)>.jpg';
/** Pastes or drops a picture as the browser does: where the focus is, or onto the page. */
const HAND_OVER = `(kind, base64) => {
  const transfer = new DataTransfer();
  transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], kind + '.png', { type: 'image/png' }));
  const options = { bubbles: true, cancelable: true };
  if (kind === 'paste') document.activeElement.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: transfer }));
  else document.querySelector('main').dispatchEvent(new DragEvent('drop', { ...options, dataTransfer: transfer }));
}`;

describeWith(['chromium'], 'a person from the one-time link to the first similar picture', () => {
  const folder = new PictureFolder();
  let archive: TestArchive;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  const at = (path: string): string => `${archive.base}/image-explorer${path}`;
  const square = (background: string): Promise<Buffer> =>
    sharp({ create: { width: 300, height: 200, channels: 3, background } })
      .png()
      .toBuffer();
  const pick = async (name: string): Promise<void> => {
    const buffer = await square('#c04020');
    await page.locator('input[type=file]').first().setInputFiles({ name, mimeType: 'image/png', buffer });
  };
  /** The keys of the uploads in the address. */
  const uploads = (): string[] => {
    const { searchParams } = new URL(page.url());
    return [...searchParams.getAll('upload'), ...searchParams.getAll('part').map((part) => part.replace('upload:', ''))];
  };

  beforeAll(async () => {
    for (let turn = 0; turn < 6; turn += 1) {
      const picture = await quarters(640, 420 + 20 * turn)
        .modulate({ hue: 57 * turn })
        .jpeg()
        .toBuffer();
      folder.write(turn === 0 ? SECRET_NAME : `IMG_2021030${turn}_110422.jpg`, picture);
    }
    buildClientForTests();
    archive = await startArchive({ environment: { CLIP_MODEL: 'builtin', BROWSE_ROOTS: folder.path }, mountPath: '/photos' });
    browser = await launchBrowser();
    ({ page, complaints } = await openPage(browser, { viewport: { width: 1280, height: 800 } }));
  });

  afterAll(async () => {
    await browser.close();
    await archive.close();
    folder.remove();
  });

  test('without a session every page leads to the login', async () => {
    await page.goto(at('/similar?text=sea'));
    await page.getByLabel('Password', { exact: true }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/photos/image-explorer/login');
    await page.getByText('npm run user', { exact: true }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('the one-time link makes the owner and opens an archive that asks for its first folder', async () => {
    const code = await archive.application.services.accounts.openSetup();
    await page.goto(at(`/setup?code=${code ?? ''}`));
    await page.getByLabel('Name').fill('Ada');
    await page.getByLabel('Password', { exact: true }).fill('a long enough secret');
    await page.getByRole('button', { name: 'Create the owner' }).click();
    await page.getByText('Where are your pictures?').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('the first folder is counted, read, and its pictures appear', async () => {
    await page.getByLabel('Folder', { exact: true }).fill(`${folder.path}/`);
    await page.getByRole('button', { name: 'Read 6 files in' }).click();
    await page.getByText('The first ones').waitFor();
    await page.getByText('Go to the photos').click();
    await page.locator('[role="listitem"]').first().waitFor();
    await page.getByText('March').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('a picture opens, and finds the pictures like it with itself first', async () => {
    await page.locator('main img').first().click();
    await page.waitForURL(/\/view\//);
    await page.keyboard.press('s');
    await page.waitForURL(/\/similar\?id=/);
    await page.getByText('the query itself').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('a picture from elsewhere is searched with, shown first, and not kept', async () => {
    await pick('elsewhere.png');
    await page.waitForURL(/upload=/);
    await page.getByText('the query itself').waitFor();
    const { archive: state } = await archive.ask<{ archive: { images: number } }>('{ archive { images } }');
    expect(state.images).toBe(6);
  });

  test('what is pasted or dropped while something is added joins it', async () => {
    for (const [kind, colour] of [
      ['paste', '#20c040'],
      ['drop', '#4020c0'],
    ] as const) {
      await page.getByRole('button', { name: 'Picture or words' }).click();
      await page.locator('.add-part-form').waitFor();
      await page.evaluate(`(${HAND_OVER})('${kind}', '${(await square(colour)).toString('base64')}')`);
      await page.getByRole('button', { name: `Change: ${kind}.png` }).waitFor();
    }
    expect(uploads()).toHaveLength(3);
    await page.locator('.hit-grid .query').nth(2).waitFor();
  });

  test('after a reload a dropped picture is gone, and no other one takes its place in the address', async () => {
    const before = uploads();
    await page.reload({ waitUntil: 'networkidle' });
    await page.getByText('That picture is gone').waitFor();
    await pick('another.png');
    await page.waitForURL(/upload=/);
    await page.getByText('the query itself').waitFor();
    expect(before).not.toContain(uploads()[0]);
    await page.goBack();
    await page.getByText('That picture is gone').waitFor();
    expect(uploads()).toEqual(before);
  });

  test('words are looked up as keywords where no model reads them, and the page says so', async () => {
    await page.goto(at('/similar?text=img_20210303'));
    await page
      .getByText(/keyword/i)
      .first()
      .waitFor();
  });

  test('activity and settings tell the state, T33 without a file name becoming markup or the policy being broken', async () => {
    for (const path of ['/activity', '/settings', '/']) {
      await page.goto(at(path), { waitUntil: 'networkidle' });
      expect(await seriousFaults(page)).toEqual([]);
    }
    expect(await page.locator('img[onerror]').count()).toBe(0);
    expect(complaints.filter((line) => !line.includes('401'))).toEqual([]);
  });

  test('signing out ends the session', async () => {
    await page.goto(at('/settings'));
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(/\/login/);
    await page.goto(at('/'));
    expect(new URL(page.url()).pathname).toBe('/photos/image-explorer/login');
  });

  test('the playground answers under the same policy', async () => {
    const { page: graphiql, complaints: faults } = await openPage(browser, { extraHTTPHeaders: archive.owner });
    await graphiql.goto(`${archive.base}/graphql`);
    await graphiql.locator('.graphiql-container').waitFor();
    expect(faults).toEqual([]);
    await graphiql.screenshot({ path: join(folder.path, 'playground.png') });
  });
});
