import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import type { TestArchive } from '../support/archive.js';
import { browseArchive, seriousFaults, type BrowsedArchive } from '../support/browser.js';
import { PictureFolder } from '../support/pictures.js';
import { describeWith } from '../support/requirements.js';
import { scene } from '../support/scenes.js';

const FAMILIES = 4;
const MEMBERS = 8;

describeWith(['chromium'], 'the pages of clusters', () => {
  const folder = new PictureFolder();
  let archive: TestArchive;
  let page: Page;
  let complaints: string[];
  let at: BrowsedArchive['at'];
  let close: BrowsedArchive['close'];

  const cards = (): Locator => page.locator('.cluster-card');
  const tiles = (): Locator => page.locator('.member-grid [data-index]');
  const selected = (): Locator => page.locator('.member-grid .selected');
  const strip = (): Locator => page.getByRole('region', { name: /^Suggested for/ });
  const undo = (text: string | RegExp): Locator =>
    page.getByRole('listitem').filter({ hasText: text }).getByRole('button', { name: 'Undo' });
  const until = async (count: () => Promise<number>, wanted: number): Promise<void> => {
    for (let tries = 0; tries < 100 && (await count()) !== wanted; tries += 1) await page.waitForTimeout(50);
    expect(await count()).toBe(wanted);
  };
  const clusterNames = async (kind: 'USER' | 'KMEANS'): Promise<string[]> =>
    (await archive.ask<{ clusters: { name: string }[] }>(`{ clusters(kind: ${kind}, order: NAME, first: 50) { name } }`)).clusters.map(
      ({ name }) => name,
    );
  const family = async (number: number): Promise<string[]> => {
    const { images } = await archive.ask<{ images: { edges: { node: { id: string; fileName: string } }[] } }>(
      '{ images(first: 100) { edges { node { id fileName } } } }',
    );
    return images.edges.flatMap(({ node }) => (node.fileName.startsWith(`family_${number}`) ? [node.id] : []));
  };
  const makeCluster = (name: string, imageIds: string[]): Promise<{ createCluster: { cluster: { id: string } } }> =>
    archive.ask('mutation ($name: String!, $imageIds: [ID!]!) { createCluster(name: $name, imageIds: $imageIds) { cluster { id } } }', {
      name,
      imageIds,
    });
  const runJob = async (): Promise<void> => {
    const started = await archive.application.jobs.start('cluster-images', {}, { kind: 'job', name: 'test' });
    expect((await started.finished).run.outcome).toBe('succeeded');
  };

  beforeAll(async () => {
    for (let number = 0; number < FAMILIES; number += 1)
      for (let member = 0; member < MEMBERS; member += 1) {
        const picture = scene(number * 1000).modulate({ brightness: 0.75 + member * 0.06, hue: member * 5 });
        folder.write(`family_${number}_${member}.jpg`, await picture.jpeg().toBuffer());
      }
    ({ archive, page, complaints, at, close } = await browseArchive(folder));
  });

  afterAll(() => close());

  test('says what to do while there are none, and finds them when it is told to', async () => {
    await page.goto(at('/clusters'));
    await page.getByText('No clusters were found yet').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Find clusters now' }).click();
    await cards()
      .nth(FAMILIES - 1)
      .waitFor();
    expect(await clusterNames('KMEANS')).toHaveLength(FAMILIES);
  });

  test('names an automatic cluster where it stands, which makes it a person’s, and takes that back', async () => {
    await cards().first().getByRole('link').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('n');
    await page.keyboard.type('Blue days');
    await page.keyboard.press('Enter');
    await until(() => cards().count(), FAMILIES - 1);
    expect(await clusterNames('USER')).toEqual(['Blue days']);
    expect(await page.evaluate('document.activeElement.closest(".cluster-card") !== null')).toBe(true);
    await undo(/is yours now/).click();
    await until(() => cards().count(), FAMILIES);
    expect(await clusterNames('USER')).toEqual([]);
  });

  test('takes in what was suggested by keyboard, refuses the rest, and takes that back', async () => {
    const ids = await family(0);
    await makeCluster('First family', ids.slice(0, 5));
    await runJob();
    await page.goto(at('/clusters'));
    await strip().getByText('3 new look like these').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await strip().getByRole('checkbox').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Space');
    await strip().getByRole('button', { name: 'Add 2 checked' }).waitFor();
    await page.keyboard.press('y');
    await page.getByText('Added 2 to First family.').first().waitFor();
    await until(() => strip().getByRole('checkbox').count(), 1);
    await page.keyboard.press('n');
    await strip().waitFor({ state: 'detached' });
    await undo(/refused for First family/).click();
    await until(() => strip().getByRole('checkbox').count(), 1);
    await page.getByRole('link', { name: /^First family, 7 pictures/ }).click();
    await until(() => tiles().count(), 7);
  });

  test('selects by a band, by a range and by keys, and takes out with an undo', async () => {
    const [first, third] = [await tiles().nth(0).boundingBox(), await tiles().nth(2).boundingBox()];
    if (!first || !third) throw new Error('Expected three pictures in sight.');
    await page.mouse.move(first.x + 20, first.y + first.height - 20);
    await page.mouse.down();
    await page.mouse.move(third.x + 20, first.y + 30, { steps: 5 });
    await until(() => selected().count(), 3);
    await page.keyboard.press('Escape');
    await until(() => selected().count(), 0);
    await page.mouse.up();
    expect(await page.locator('.member-grid .band').count()).toBe(0);
    expect(page.url()).toContain('/clusters/');
    await tiles().nth(1).getByRole('link').focus();
    await page.keyboard.press('x');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+Space');
    await until(() => selected().count(), 3);
    await tiles()
      .nth(5)
      .click({ modifiers: ['Shift'] });
    await until(() => selected().count(), 5);
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Delete');
    await until(() => tiles().count(), 2);
    const focused = (): Promise<number> => page.locator('.member-grid [data-index]:focus-within').count();
    await until(focused, 1);
    await undo('Took 5 out of First family.').click();
    await until(() => tiles().count(), 7);
  });

  test('opens the viewer on the order of the cluster, and comes back to the picture seen last', async () => {
    const second = await tiles().nth(1).getByRole('link').getAttribute('href');
    await tiles().first().getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.getByText('1 of 7').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText('2 of 7').waitFor();
    await page.keyboard.press('Escape');
    await page.waitForURL(/\/clusters\//);
    expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe(second);
  });

  test('dims and selects what lies beyond a distance from the centre', async () => {
    await page.getByRole('slider').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Select the 6 beyond' }).click();
    await until(() => selected().count(), 6);
    expect(await page.locator('.member-grid .beyond').count()).toBe(6);
    await page.keyboard.press('Escape');
    await page.getByRole('slider').focus();
    await page.keyboard.press('End');
  });

  test('splits a part off under a name, and merges it back', async () => {
    await page.getByRole('button', { name: 'Split' }).click();
    const names = page.getByRole('textbox', { name: /^Name for part/ });
    await names.first().waitFor();
    await names.first().fill('Brighter ones');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: 'Split off 1' }).click();
    await page.getByText('Split off 1 new cluster.').first().waitFor();
    expect(await clusterNames('USER')).toEqual(['Brighter ones', 'First family']);
    await page.getByRole('button', { name: 'Merge with…' }).click();
    // At once: what Enter takes is what is typed, whatever was answered before.
    await page.getByRole('textbox', { name: 'Find a cluster' }).fill('bright');
    await page.keyboard.press('Enter');
    await page.getByText('Merged into Brighter ones.').first().waitFor();
    await page.getByRole('heading', { name: 'Brighter ones', level: 1 }).waitFor();
    await until(() => tiles().count(), 7);
    await undo('Merged into Brighter ones.').click();
    await page.getByRole('heading', { name: 'First family', level: 1 }).waitFor();
  });

  test('names an automatic one on its page, which goes along to its new address with the focus', async () => {
    const { clusters } = await archive.ask<{ clusters: { id: string }[] }>('{ clusters(kind: KMEANS, first: 1) { id } }');
    const old = `/clusters/${clusters[0]?.id ?? ''}`;
    await page.goto(at(old));
    await page.getByRole('heading', { level: 1, name: /^kmeans_/ }).waitFor();
    await page.keyboard.press('n');
    await page.keyboard.type('Mine now');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.endsWith(old));
    await page.getByRole('heading', { level: 1, name: 'Mine now' }).waitFor();
    expect(await page.evaluate('document.activeElement.closest(".cluster-header") !== null')).toBe(true);
    await undo(/is yours now/).click();
    await page.waitForURL((url) => url.pathname.endsWith(old));
    await page.getByRole('heading', { level: 1, name: /^kmeans_/ }).waitFor();
  });

  test('makes a cluster of what is selected in the gallery', async () => {
    await page.goto(at('/'));
    await page.locator('[role=listitem] a').first().focus();
    for (const key of [' ', 'ArrowRight', ' ']) await page.keyboard.press(key);
    await page.getByRole('button', { name: 'Add to cluster…' }).click();
    await page.getByRole('textbox', { name: /Find a cluster/ }).fill('From the gallery');
    await page.keyboard.press('Enter');
    await page.getByText('Made “From the gallery” of 2 pictures.').first().waitFor();
    expect(await page.evaluate('document.activeElement.closest("[role=listitem]") !== null')).toBe(true);
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('textbox').fill('#from the g');
    await page.getByRole('option', { name: /From the gallery/ }).click();
    await page.getByRole('heading', { name: 'From the gallery', level: 1 }).waitFor();
  });

  test('removes a cluster, to which going back does not lead', async () => {
    await page.getByRole('button', { name: 'More acts' }).click();
    await page.getByRole('menuitem', { name: 'Remove the cluster' }).click();
    await page.getByText('Removed the cluster From the gallery.').first().waitFor();
    await page.waitForURL(/\/clusters\?kind=named$/);
    await page.goBack();
    await page.locator('[role=listitem] a').first().waitFor();
    expect(new URL(page.url()).pathname).not.toContain('/clusters');
  });

  test('is drawn dark and on a phone, and its errors say what to do', async () => {
    const { clusters } = await archive.ask<{ clusters: { id: string }[] }>('{ clusters(first: 1) { id } }');
    const paths = ['/clusters?kind=named', `/clusters/${clusters[0]?.id ?? ''}`];
    await page.emulateMedia({ colorScheme: 'dark' });
    for (const path of paths) {
      await page.setViewportSize({ width: 1440, height: 880 });
      await page.goto(at(path));
      await page.locator('.cluster-card, .member-grid [data-index]').first().waitFor();
      expect(await seriousFaults(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 880 });
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    }
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('query Clusters(')
        ? route.fulfill({ json: { errors: [{ message: 'The disk is full.' }] } })
        : route.continue(),
    );
    await page.goto(at('/clusters'));
    await page.getByText('The clusters could not be loaded').waitFor();
  });

  test('has no complaint of the browser', () => {
    expect(complaints).toEqual([]);
  });
});
