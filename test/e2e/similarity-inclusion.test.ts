import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { basename } from 'node:path';
import { BUILT_IN, STAND_IN, startArchive, type TestArchive } from '../support/archive.js';
import { openAsked, type AskedArchive } from '../support/asked-archive.js';
import { createServerDatabase } from '../support/databases.js';
import { addVideo, drawAlbum, drawnPicture } from '../support/drawn-album.js';
import { PictureFolder } from '../support/pictures.js';
import { describeWith, missing } from '../support/requirements.js';
import { askGraphql, askRest, type Answer, type Hit, type Question } from '../support/similarity-client.js';
import {
  expectDistinct,
  expectMixtureIncluded,
  expectQueryIncluded,
  expectTextAnswered,
  scored,
  type MixedPart,
} from '../support/similarity-rules.js';

const threshold = fc.option(
  fc.oneof(
    fc.constantFrom(-1, 0, 0.5, 0.97, 0.98, 0.99, 1),
    fc.double({ min: -1, max: 1, noNaN: true }).map((value) => value + 0),
  ),
  { nil: undefined },
);
const topK = fc.oneof(fc.constantFrom(1, 2, 3, 5, 1000), fc.integer({ min: 1, max: 1000 }));
const filter = fc.constantFrom<Question['filter'][]>(
  undefined,
  undefined,
  { kind: 'photo' },
  { kind: 'video' },
  { keyword: 'sent' },
  { keyword: 'no such word' },
);
const side = fc.integer({ min: 0, max: 5 }).map((tenths) => tenths / 10);
const region = fc.oneof(
  fc.constant(undefined),
  fc.constant(undefined),
  fc.record({ x: side, y: side, width: fc.constantFrom(0.25, 0.5), height: fc.constantFrom(0.3, 0.5) }),
);

/** The documents a filter leaves, as the gallery shows them; null without a filter. */
async function among(archive: TestArchive, wanted: Question['filter']): Promise<ReadonlySet<string> | null> {
  if (!wanted) return null;
  const search = new URLSearchParams({
    page_size: '500',
    ...(wanted.kind && { kind: wanted.kind }),
    ...(wanted.keyword && { q: wanted.keyword }),
  });
  const { items } = (await (await archive.fetch(`/api/images/gallery?${search}`)).json()) as { items: { id: string }[] };
  return new Set(items.map(({ id }) => id));
}

/** Both adapters, which must give the same hits and scores. Returns what they say. */
async function askBoth(archive: TestArchive, question: Question): Promise<Answer> {
  const [rest, graphql] = [await askRest(archive, question), await askGraphql(archive, question)];
  const comparable = (answer: Answer) => ({ ...answer, query: { ...answer.query, previewUrl: answer.query.previewUrl !== null } });
  expect(comparable(graphql)).toEqual(comparable(rest));
  return rest;
}

/** The answers to the same picture at threshold -1 without filters, each asked once. */
function rememberOthers(archive: TestArchive): (question: Question) => Promise<readonly Hit[]> {
  const remembered = new Map<string, readonly Hit[]>();
  return async ({ threshold: _threshold, topK: _topK, filter: _filter, ...picture }) => {
    const key = JSON.stringify({ ...picture, upload: picture.upload && Buffer.from(picture.upload).toString('base64') });
    const known = remembered.get(key);
    if (known) return known;
    const { results } = await askRest(archive, { ...picture, threshold: -1, topK: 1000 });
    expectDistinct(results);
    remembered.set(key, results.slice(1));
    return results.slice(1);
  };
}

async function expectPromise({ archive, subjects }: AskedArchive, numRuns: number): Promise<void> {
  const others = rememberOthers(archive);
  const shown = [...((await among(archive, {})) ?? [])];
  const property = fc.asyncProperty(
    fc.constantFrom(...subjects),
    region,
    fc.record({ threshold, topK, filter }),
    async ({ question: picture, own }, part, options) => {
      const question = { ...picture, ...(part && { region: part }), ...options };
      const answer = await askBoth(archive, question);
      const everything = await others(question);
      expect(new Set(everything.map(({ image }) => image?.id))).toEqual(new Set(shown.filter((id) => id !== own)));
      expect(answer).toMatchObject({ topK: options.topK, threshold: options.threshold ?? answer.threshold });
      expectQueryIncluded(answer, question, { own, others: everything, among: await among(archive, options.filter) });
    },
  );
  await fc.assert(property, { numRuns });
}

async function expectPromiseOfMixtures({ archive, subjects }: AskedArchive, numRuns: number): Promise<void> {
  const others = rememberOthers(archive);
  const known = subjects.filter(({ own, question }) => own !== null && !question.upload);
  const counted = fc.record({ mode: fc.constantFrom('more', 'less', 'not'), weight: fc.constantFrom(0.1, 0.5, 1) });
  const beside = fc.uniqueArray(fc.tuple(fc.constantFrom(...known), counted), { minLength: 1, maxLength: 4, selector: ([{ own }]) => own });
  const property = fc.asyncProperty(
    fc.constantFrom(...subjects),
    beside,
    fc.record({ threshold, topK, filter }),
    async ({ question: picture, own }, drawn, options) => {
      const chosen = drawn.filter(([subject]) => subject.own !== own);
      const answer = await askBoth(archive, {
        ...picture,
        ...options,
        further: chosen.map(([{ question }, how]) => ({ ...question, ...how })),
      });
      const parts: MixedPart[] = [{ mode: 'more', own, others: await others(picture) }];
      for (const [subject, { mode }] of chosen) parts.push({ mode, own: subject.own, others: await others(subject.question) });
      expectMixtureIncluded(answer, parts, await among(archive, options.filter));
    },
  );
  await fc.assert(property, { numRuns });
}

describe('the query image is always in the answer', () => {
  const folders: PictureFolder[] = [];
  const folder = (): PictureFolder => {
    const made = new PictureFolder();
    folders.push(made);
    return made;
  };
  afterAll(() => folders.forEach((made) => made.remove()));

  test('of an empty archive, which then knows nothing else', async () => {
    const opened = await openAsked(folder());
    await expectPromise(opened, 8);
    await opened.close();
  });

  test('of an archive of one picture', async () => {
    const single = folder();
    single.write('only.jpg', await drawnPicture(1).jpeg().toBuffer());
    const opened = await openAsked(single);
    await expectPromise(opened, 20);
    await opened.close();
  });
});

function describeAlbum(name: string, start: (folder: PictureFolder) => Promise<AskedArchive>): void {
  describe(`the query image is always in the answer of an archive of near-copies, stacks and a video${name}`, () => {
    let folder: PictureFolder;
    let opened: AskedArchive;

    beforeAll(async () => {
      folder = await drawAlbum();
      if (missing(['ffmpeg']).length === 0) addVideo(folder);
      opened = await start(folder);
    });

    afterAll(async () => {
      await opened.close();
      folder.remove();
    });

    test('whatever the query, threshold, top_k and filter, over REST and GraphQL alike', () => expectPromise(opened, 50));

    test('of a mixture every picture that is sought has its row, whatever is beside it', () => expectPromiseOfMixtures(opened, 30));

    test('a re-encoded copy passes every threshold, even 1', async () => {
      const { results } = await askBoth(opened.archive, {
        ...opened.subjects.find(({ question }) => question.path?.endsWith('/IMG_1006.jpg'))?.question,
        threshold: 1,
      });
      expect(results.map(({ image }) => basename(image?.sourcePath ?? ''))).toEqual(
        expect.arrayContaining(['IMG_1006.jpg', 'sent-6.webp']),
      );
      expect(results.slice(1).every(({ similarity }) => (similarity ?? 0) >= 0.98)).toBe(true);
    });
  });
}

describeAlbum(' (embedded)', (folder) => openAsked(folder));

describeWith('postgres', 'on a server', () => {
  let server: Awaited<ReturnType<typeof createServerDatabase>> | undefined;
  beforeAll(async () => {
    server = await createServerDatabase();
  });
  afterAll(() => server?.drop());
  describeAlbum(' (server)', (folder) => openAsked(folder, { ...BUILT_IN, DATABASE_URL: server?.url ?? '' }));
});

describeWith('shared', 'a text has no query picture', () => {
  let folder: PictureFolder;
  let archive: TestArchive;

  beforeAll(async () => {
    folder = await drawAlbum();
    archive = await startArchive({ environment: STAND_IN });
    await archive.ingest([folder.path]);
  });

  afterAll(async () => {
    await archive.close();
    folder.remove();
  });

  test('and its five next best where nothing passes', async () => {
    const text = fc.constantFrom('a photo of a beach', 'tabby', 'something nobody has ever seen');
    const property = fc.asyncProperty(text, threshold, topK, async (words, least, most) => {
      const everything = await askRest(archive, { text: words, threshold: -1, topK: 1000 });
      const answer = await askBoth(archive, { text: words, threshold: least, topK: most });
      expectTextAnswered(answer, everything.results);
      expect(answer.results.length + answer.nextBest.length).toBeGreaterThan(0);
    });
    await fc.assert(property, { numRuns: 25 });
    const { results, nextBest } = await askBoth(archive, { text: 'tabby', threshold: 1 });
    expect(scored(results)).toEqual([]);
    expect(nextBest).toHaveLength(5);
  });
});
