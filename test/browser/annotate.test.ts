import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { TestArchive } from '../support/archive.js';
import { browseArchive, seriousFaults, type BrowsedArchive } from '../support/browser.js';
import { PictureFolder, quarters } from '../support/pictures.js';
import { describeWith } from '../support/requirements.js';

const ALL = '{ images(first: 9) { edges { node { id title tags favourite hidden people { name } } } } }';
const SAY_TITLE = `mutation ($ids: [ID!]!, $title: String) {
  annotateImages(ids: $ids, changes: { title: $title }) { __typename }
}`;

interface Said {
  readonly id: string;
  readonly title: string | null;
  readonly tags: string[];
  readonly favourite: boolean;
  readonly hidden: boolean;
  readonly people: { readonly name: string }[];
}

describeWith(['chromium'], 'annotating with the keyboard', () => {
  const folder = new PictureFolder();
  let archive: TestArchive;
  let page: Page;
  let complaints: string[];
  let at: BrowsedArchive['at'];
  let close: BrowsedArchive['close'];

  const pictures = async (): Promise<Said[]> => {
    const { images } = await archive.ask<{ images: { edges: { node: Said }[] } }>(ALL);
    return images.edges.map(({ node }) => node);
  };
  const dialog = () => page.getByRole('dialog', { name: /^Annotate/ });
  const openViewer = async (id: string): Promise<void> => {
    await page.goto(at(`/view/${id}`), { waitUntil: 'networkidle' });
    await page.getByRole('complementary', { name: 'Information' }).waitFor();
  };

  beforeAll(async () => {
    for (let turn = 0; turn < 4; turn += 1) {
      const picture = await quarters(640, 420 + 20 * turn)
        .modulate({ hue: 80 * turn })
        .jpeg()
        .toBuffer();
      folder.write(`IMG_2021030${turn + 1}_110422.jpg`, picture);
    }
    ({ archive, page, complaints, at, close } = await browseArchive(folder));
  });

  afterAll(() => close());

  test('two selected pictures are annotated without a pointer, and the dialog has no serious fault', async () => {
    await page.goto(at('/'), { waitUntil: 'networkidle' });
    await page.locator('[role=listitem] a').first().focus();
    for (const key of [' ', 'ArrowRight', ' ', 'a']) await page.keyboard.press(key);
    await dialog().waitFor();
    await page.getByLabel('Title').waitFor();
    await page.getByLabel('Title').focus();
    await page.keyboard.type('Two boats');
    await page.keyboard.press('Tab');
    await page.keyboard.type('boats');
    await page.getByRole('option', { name: 'New tag “boats”' }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ada');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Annotated 2 pictures.').first().waitFor();
    await dialog().waitFor({ state: 'detached' });
    const said = (await pictures()).filter(({ tags }) => tags.includes('boats'));
    expect(said.map(({ title, people }) => [title, people.map(({ name }) => name)])).toEqual([
      ['Two boats', ['Ada']],
      ['Two boats', ['Ada']],
    ]);
    expect(await page.evaluate('document.activeElement.closest("[role=listitem]") !== null')).toBe(true);
  });

  test('the viewer says what was said and by whom', async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    const panel = page.getByRole('complementary', { name: 'Information' });
    await panel.getByRole('heading', { name: 'Two boats' }).waitFor();
    await panel.getByText('boats', { exact: true }).waitFor();
    await panel.getByText('Ada', { exact: true }).waitFor();
    await panel
      .getByText(/^said by/)
      .first()
      .waitFor();
    expect(await seriousFaults(page)).toEqual([]);
  });

  test('what was just said is taken back from the toast', async () => {
    const [picture] = await pictures();
    await openViewer(picture!.id);
    await page.keyboard.press('a');
    await page.getByRole('combobox', { name: 'Tags' }).waitFor();
    await page.getByRole('combobox', { name: 'Tags' }).focus();
    await page.keyboard.type('wind, storm');
    await page.keyboard.press('Control+Enter');
    const panel = page.getByRole('complementary', { name: 'Information' });
    await panel.getByText('storm', { exact: true }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Annotated one picture.' }).getByRole('button', { name: 'Undo' }).click();
    await panel.getByText('storm', { exact: true }).waitFor({ state: 'detached' });
    expect((await pictures())[0]?.tags).toEqual(picture!.tags);
  });

  test('F says that a picture is a favourite and H that it is hidden, each with a way back', async () => {
    const [picture] = await pictures();
    await openViewer(picture!.id);
    await page.keyboard.press('f');
    await page.getByText('Marked as favourite.').first().waitFor();
    await page.keyboard.press('h');
    await page.getByRole('button', { name: 'Undo' }).nth(1).waitFor();
    const { image } = await archive.ask<{ image: Said }>('query ($id: ID!) { image(id: $id) { favourite hidden } }', { id: picture!.id });
    expect(image).toEqual({ favourite: true, hidden: true });
    await page.keyboard.press('h');
    await page.getByRole('button', { name: 'Undo' }).nth(2).waitFor();
    expect((await pictures()).find(({ id }) => id === picture!.id)?.hidden).toBe(false);
  });

  test('leaving asks before typed words are lost, and nothing is written', async () => {
    const [picture] = await pictures();
    await openViewer(picture!.id);
    await page.keyboard.press('a');
    await page.getByLabel('Title').fill('Not meant');
    await page.keyboard.press('Escape');
    await page.getByText('Discard what you changed?').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Discard what you changed?').waitFor({ state: 'detached' });
    expect(await page.getByLabel('Title').inputValue()).toBe('Not meant');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Discard', exact: true }).click();
    await dialog().waitFor({ state: 'detached' });
    expect((await pictures())[0]?.title).toBe(picture!.title);
  });

  test('where somebody else said something meanwhile both words are shown, and the chosen one stands', async () => {
    const [picture] = await pictures();
    await openViewer(picture!.id);
    await page.keyboard.press('a');
    await page.getByLabel('Title').fill('Mine');
    await archive.ask(SAY_TITLE, { ids: [picture!.id], title: 'Theirs' });
    await page.keyboard.press('Control+Enter');
    await page.getByText('Somebody else changed this meanwhile').waitFor();
    const row = page.getByRole('radiogroup', { name: 'Title' });
    await row.getByText('Mine', { exact: true }).waitFor();
    await row.getByText('Theirs', { exact: true }).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect((await pictures())[0]?.title).toBe('Theirs');
    await page.keyboard.press('Control+Enter');
    await dialog().waitFor({ state: 'detached' });
    expect((await pictures())[0]?.title).toBe('Mine');
  });

  test('what looks alike is offered for review, and the offer leads to it', async () => {
    const alike = { data: { proposeToNeighbours: { __typename: 'ProposalBatch', count: 24 } } };
    await page.route('**/graphql', (route) =>
      route.request().postData()?.includes('"ProposeToNeighbours"') ? route.fulfill({ json: alike }) : route.continue(),
    );
    const [picture] = await pictures();
    await openViewer(picture!.id);
    await page.keyboard.press('a');
    await page.getByRole('combobox', { name: 'Tags' }).fill('alike');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('listitem').filter({ hasText: '24 more look like these.' }).getByRole('button', { name: 'Review' }).click();
    await page.waitForURL(/\/proposals\?decision=/);
    await page.unroute('**/graphql');
  });

  test('the grid shows at once what was said, and again what was taken back', async () => {
    await page.goto(at('/'), { waitUntil: 'networkidle' });
    const tiles = page.locator('[role=listitem][data-index]');
    const name = (await tiles.last().getByRole('link').getAttribute('aria-label')) ?? '';
    const tile = page.getByRole('link', { name: `${name}, favourite` });
    expect(await tile.count()).toBe(0);
    await tiles.last().getByRole('link').focus();
    await page.keyboard.press('a');
    await page.getByRole('checkbox', { name: 'Favourite' }).click();
    await page.keyboard.press('Control+Enter');
    await tile.waitFor();
    await tile.focus();
    await page.keyboard.press('a');
    await page.getByRole('checkbox', { name: 'Hidden' }).click();
    await page.keyboard.press('Control+Enter');
    await tile.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await tile.waitFor();
  });

  test('neither the policy nor the console complained', () => {
    expect(complaints).toEqual([]);
  });
});
