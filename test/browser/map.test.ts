import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { browseArchive, seriousFaults, type BrowsedArchive } from '../support/browser.js';
import { drawMapAnswer } from '../support/map-answers.js';
import { PictureFolder } from '../support/pictures.js';
import { describeWith } from '../support/requirements.js';
import { scene } from '../support/scenes.js';

const PICTURES = 12;
const DRAWN = 20_000;
const MAP_ROUTE = '**/api/images/map';

describeWith(['chromium'], 'the map', () => {
  const folder = new PictureFolder();
  let browsed: BrowsedArchive;
  let page: Page;

  /** Answers for the server from now on. */
  const answerWith = async (body: Buffer | string): Promise<void> => {
    await page.unroute(MAP_ROUTE);
    await page.route(MAP_ROUTE, (route) => route.fulfill({ contentType: 'application/octet-stream', body }));
    await page.goto(browsed.at('/map'));
  };
  const drag = async (places: readonly (readonly [number, number])[]): Promise<void> => {
    const [[x, y] = [0, 0], ...others] = places;
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (const place of others) await page.mouse.move(...place, { steps: 3 });
    await page.mouse.up();
  };
  const box = async (): Promise<{ x: number; y: number; width: number; height: number }> =>
    (await page.locator('canvas.points').boundingBox())!;
  /** A rectangle just inside the stage, around all of the map. */
  const aroundAll = async (): Promise<[number, number][]> => {
    const { x, y, width, height } = await box();
    const [left, right, top, bottom] = [x + 6, x + width - 6, y + 6, y + height - 6];
    return [
      [left, top],
      [left, bottom],
      [right, bottom],
      [right, top],
    ].map(([a = 0, b = 0]) => [a, b]);
  };
  const queryOf = (): Record<string, string> => Object.fromEntries(new URL(page.url()).searchParams);

  beforeAll(async () => {
    for (let number = 0; number < PICTURES; number += 1)
      folder.write(`IMG_20${10 + (number % 10)}0301_${100_000 + number}.jpg`, await scene(number).jpeg().toBuffer());
    browsed = await browseArchive(folder);
    ({ page } = browsed);
  });

  afterAll(() => browsed.close());

  test('says that there is none yet, and makes one on request', async () => {
    await page.goto(browsed.at('/map'));
    await page.getByText('No map yet').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make the map now' }).click();
    await page.getByText(`${PICTURES} of ${PICTURES} in view`).waitFor({ timeout: 60_000 });
  });

  test('shows pictures where there is room, opens one, and comes back to where it was', async () => {
    const tile = page.locator('.map-tiles a').first();
    await tile.waitFor();
    const { x, y, width, height } = await box();
    await page.mouse.move(x + width / 2, y + height / 2);
    for (let notch = 0; notch < 3; notch += 1) await page.mouse.wheel(0, -100);
    await page.waitForURL(({ searchParams: seen }) => Math.abs(Number(seen.get('zoom')) - Math.exp(0.54)) < 0.001);
    const view = queryOf();
    await page.locator('.map-tiles a[tabindex="0"]').focus();
    await page.keyboard.press('Enter');
    await page.locator('.viewer-page').waitFor();
    await page.goBack();
    await page.locator('.viewer-page').waitFor({ state: 'detached' });
    expect(queryOf()).toEqual(view);
    await page.reload();
    await page.getByText('in view').first().waitFor();
    expect(queryOf()).toEqual(view);
  });

  test('goes by keyboard: moves, zooms, shows everything again, and says and selects what is in view', async () => {
    await page.locator('canvas.points').focus();
    await page.keyboard.press('0');
    await page.waitForURL(/\/map$/);
    for (const key of ['+', '+', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
    // The address follows soon after the last of them.
    await page.waitForURL(({ searchParams: seen }) =>
      [Number(seen.get('zoom')) === 2.25, Number(seen.get('x')) > 0.5, Number(seen.get('y')) > 0.5].every(Boolean),
    );
    await page.keyboard.press('0');
    await page.waitForURL(/\/map$/);
    await page.getByRole('button', { name: 'What is in view' }).press('Enter');
    await page.getByText(new RegExp(`^${PICTURES} of ${PICTURES} pictures in view: kmeans_`)).waitFor();
    await page.getByRole('button', { name: 'Select', exact: true }).press('Enter');
    await page.getByText(`${PICTURES} selected`).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText(`${PICTURES} selected`).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Select again' }).click();
    await page.getByText(`${PICTURES} selected`).waitFor();
    await page.locator('.map-tiles a[tabindex="0"]').press('x');
    await page.getByText(`${PICTURES - 1} selected`).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press(' ');
    await page.getByText('1 selected').waitFor();
    await page.keyboard.press('x');
    await page.getByText('1 selected').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.dataset.point')).toMatch(/^\d+$/);
  });

  test('makes a cluster of what a lasso holds, which can be undone', async () => {
    await page.keyboard.press('l');
    await drag(await aroundAll());
    await page.getByText(`${PICTURES} selected`).waitFor();
    await page.getByRole('button', { name: 'Name as a cluster…' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Everything drawn');
    await page.keyboard.press('Enter');
    await page.locator('.map-row', { hasText: 'Everything drawn' }).waitFor();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.className')).toBe('points');
    const clusters = async (): Promise<unknown> =>
      (await browsed.archive.ask<{ clusters: unknown }>('{ clusters(kind: USER) { name size } }')).clusters;
    expect(await clusters()).toEqual([{ name: 'Everything drawn', size: PICTURES }]);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.locator('.map-row', { hasText: 'Everything drawn' }).waitFor({ state: 'detached' });
    expect(await clusters()).toEqual([]);
  });

  test('draws its points in the colours of their clusters, and fewer of them when one is isolated', async () => {
    await answerWith(drawMapAnswer({ count: DRAWN, clusters: 20 }));
    await page.getByText('20,000 of 20,000 in view').waitFor();
    const coloured = async (): Promise<number> => {
      await page.waitForTimeout(400);
      const { data } = await sharp(await page.screenshot({ clip: await box() }))
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      let count = 0;
      for (let at = 0; at < data.length; at += 3)
        count += Number(Math.max(data[at]!, data[at + 1]!, data[at + 2]!) - Math.min(data[at]!, data[at + 1]!, data[at + 2]!) > 60);
      return count;
    };
    const all = await coloured();
    expect(all).toBeGreaterThan(10_000);
    await page.locator('.map-row button').first().click();
    expect(await coloured()).toBeLessThan(all / 3);
    await page.getByRole('button', { name: 'Show all colours' }).click();
  });

  test('adds to a selection with Shift, takes from it by the switch at the lasso, and takes choices back', async () => {
    const counted = async (): Promise<number> => Number((await page.locator('.selection-bar .count').innerText()).replaceAll(/\D/g, ''));
    const { x, y, width, height } = await box();
    const half = (from: number, to: number): [number, number][] => [
      [x + from * width + 2, y + 4],
      [x + to * width - 2, y + 4],
      [x + to * width - 2, y + height - 90],
      [x + from * width + 2, y + height - 90],
    ];
    await page.keyboard.press('l');
    await drag(half(0, 0.5));
    const left = await counted();
    await page.keyboard.down('Shift');
    await drag(half(0.5, 0.9));
    await page.keyboard.up('Shift');
    const both = await counted();
    expect(left > 0 && both > left && both < DRAWN).toBe(true);
    await page.getByRole('button', { name: 'Take from what is selected' }).click();
    await drag(half(0, 0.5));
    expect(await counted()).toBe(both - left);
    for (const wanted of [both, left]) {
      await page.keyboard.press('Control+z');
      await page.getByText(`${wanted.toLocaleString('en')} selected`).waitFor();
    }
    await page.keyboard.press('l');
  });

  test('is drawn light and dark, wide and narrow, without a fault that axe calls serious', async () => {
    await page.getByRole('radio', { name: 'Years' }).click();
    for (const [width, colorScheme] of [
      [1440, 'light'],
      [390, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height: 860 });
      await page.emulateMedia({ colorScheme });
      if (width < 900) await page.getByRole('button', { name: 'List' }).click();
      expect(await seriousFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 1280, height: 860 });
  });

  test('says what went wrong when it cannot be loaded', async () => {
    await answerWith('IXM1, but not');
    await page.getByText('The map could not be loaded').waitFor();
    await page.unroute(MAP_ROUTE);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText(`${PICTURES} of ${PICTURES} in view`).waitFor();
  });

  test('comes back when the graphics card was lost, and without one leaves the list', async () => {
    await page.evaluate(
      "globalThis.lost = document.querySelector('canvas.points').getContext('webgl2').getExtension('WEBGL_lose_context'); lost.loseContext()",
    );
    await page.getByText('The graphics card was taken away for a moment').waitFor();
    await page.evaluate('lost.restoreContext()');
    await page.getByText('The graphics card was taken away for a moment').waitFor({ state: 'detached' });
    // From here on, so it comes last.
    await page.addInitScript('HTMLCanvasElement.prototype.getContext = () => null');
    await page.reload();
    await page.getByText('This browser cannot draw the map').waitFor();
    await page.getByText(`${PICTURES} of ${PICTURES} in view`).waitFor();
    expect(await page.locator('.surface').getAttribute('inert')).not.toBeNull();
  });

  test('has no complaint of the browser', () => {
    // Before the first map the server answers 404, which the browser tells.
    expect(browsed.complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });
});
