import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { HiddenArchive, SHOWN } from '../support/hidden-archive.js';
import { decodeMap, type MapAnswer } from '../support/map-answer.js';

let hidden: HiddenArchive;

beforeAll(async () => {
  hidden = await HiddenArchive.open();
}, 120_000);

afterAll(() => hidden.close(), 60_000);

const ask = (headers: Readonly<Record<string, string>>): Promise<Response> => fetch(`${hidden.archive.base}/api/images/map`, { headers });
// A browser asks like this by itself; fetch of Node adds `no-cache`, which means: send it whatever I have.
const askAgain = (etag: string): Promise<Response> => ask({ ...hidden.viewer, 'if-none-match': etag, 'cache-control': 'max-age=0' });
const read = async (response: Response): Promise<MapAnswer> => decodeMap(await response.arrayBuffer());
const annotate = (changes: string): Promise<unknown> =>
  hidden.archive.ask(`mutation { annotateImages(ids: ["${hidden.shownId}"], changes: { ${changes} }) { __typename } }`);

describe('GET /api/images/map', () => {
  test('says in a sentence that there is none yet, and without a session nothing', async () => {
    const answer = await ask(hidden.owner);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { code: 'NOT_FOUND', message: expect.stringContaining('cluster-images') } });
    expect((await ask({})).status).toBe(401);
  });

  test('T21: answers what the gallery shows, to its owner as to a viewer, once the job has run', async () => {
    const { run } = await (await hidden.archive.application.jobs.start('cluster-images', {}, { kind: 'job', name: 'test' })).finished;
    expect(run.outcome).toBe('succeeded');
    const shown = (await hidden.listIds('WITHOUT')).sort();
    for (const headers of [hidden.owner, hidden.viewer]) {
      const answer = await ask(headers);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/octet-stream']);
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
      const { header, points } = await read(answer);
      expect(points.map(({ id }) => id)).toEqual(shown);
      expect(header).toMatchObject({ count: SHOWN, from: 2020, to: 2020 });
      expect(JSON.stringify(header)).not.toContain('secret');
      expect(points.every(({ cluster }) => cluster?.startsWith('kmeans_'))).toBe(true);
    }
  }, 180_000);

  test('is sent again only after something changed, and then tells what people said', async () => {
    const etag = (await ask(hidden.viewer)).headers.get('etag') ?? '';
    const again = await askAgain(etag);
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
    await annotate('addPeople: [{ name: "Ada" }], addClusters: [{ name: "Holiday" }]');
    const changed = await askAgain(etag);
    expect(changed.status).toBe(200);
    const { points } = await read(changed);
    expect(points.find(({ id }) => id === hidden.shownId)).toMatchObject({ cluster: 'Holiday', person: 'Ada', year: 2020 });
  });

  test('T21: a picture that is hidden leaves it at once, also for who has an earlier state', async () => {
    const etag = (await ask(hidden.viewer)).headers.get('etag') ?? '';
    await annotate('hidden: true');
    const answer = await askAgain(etag);
    expect(answer.status).toBe(200);
    expect((await read(answer)).points.map(({ id }) => id)).not.toContain(hidden.shownId);
  });
});
