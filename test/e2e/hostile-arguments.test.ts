import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { TestArchive } from '../support/archive.js';
import { CURSORS, INJECTIONS, NOT_SCALARS } from '../support/hostile-values.js';
import { SmallArchive } from '../support/small-archive.js';

let small: SmallArchive;
let archive: TestArchive;
let imageId = '';

beforeAll(async () => {
  small = await SmallArchive.open(1);
  archive = small.archive;
  [imageId = ''] = await small.listIds();
}, 120_000);
afterAll(() => small.close(), 60_000);

const post = (path: string, body: string): Promise<Response> =>
  archive.fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
const similarStatus = async (body: unknown): Promise<number> =>
  (await post('/api/images/similar', typeof body === 'string' ? body : JSON.stringify(body))).status;
const galleryStatus = async (query: string): Promise<number> => (await archive.fetch(`/api/images/gallery?${query}`)).status;

/** Codes of the errors a GraphQL operation is answered with; empty when it went well. */
async function codesOf(query: string, variables: Record<string, unknown> = {}): Promise<string[]> {
  const { errors = [] } = (await (await post('/graphql', JSON.stringify({ query, variables }))).json()) as {
    errors?: { extensions: { code: string } }[];
  };
  return errors.map(({ extensions }) => extensions.code);
}

describe('REST', () => {
  test('T13 T18 whatever stands in a field of a similarity query, the answer is a 4xx and never a 500', async () => {
    const numbers = [1e308, -1e308, 1.5, -1, 0, 1001, 2 ** 53, '5', null, ...NOT_SCALARS];
    for (const field of ['threshold', 'top_k', 'frame_ms', 'region', 'filters']) {
      for (const value of numbers) {
        const status = await similarStatus({ image_id: imageId, [field]: value });
        expect([field, value, status >= 400 ? status < 500 : status === 200]).toEqual([field, value, true]);
      }
    }
    for (const field of ['image_id', 'path', 'text']) {
      for (const value of [...NOT_SCALARS, 1, null])
        expect([field, value, await similarStatus({ [field]: value })]).toEqual([field, value, 400]);
      for (const value of INJECTIONS)
        expect([field, value, [200, 400, 404].includes(await similarStatus({ [field]: value }))]).toEqual([field, value, true]);
    }
  });

  test('T18 a body that is no object, has unknown or repeated meanings, or numbers that JSON does not know, is a 400', async () => {
    const bodies = [
      'null',
      '[]',
      '1',
      '"x"',
      '{',
      '{"image_id": NaN}',
      '{"text": "a", "threshold": Infinity}',
      '{"text": "a", "topK": 5}',
      '{"text": "a", "path": "b/c"}',
      '{}',
      '{"text": ""}',
      '{"__proto__": {"text": "a"}}',
    ];
    for (const body of bodies) expect([body, await similarStatus(body)]).toEqual([body, 400]);
    for (const region of [
      { x: 0, y: 0, width: 0, height: 1 },
      { x: 0.5, y: 0, width: 0.6, height: 1 },
      { x: -0.1, y: 0, width: 1, height: 1 },
      { x: 0, y: 0 },
    ]) {
      expect([region, await similarStatus({ image_id: imageId, region })]).toEqual([region, 400]);
    }
  });

  test('T18 a mixture whose parts cannot be weighed is a 400, one that names an unknown picture a 404', async () => {
    const text = { text: 'a' };
    const own = { image_id: imageId };
    const bad = [
      ...[0, -1, 1.5, 1e300, '1', null, {}].map((weight) => [own, { ...own, weight }]),
      ...['most', '', null, 1].map((mode) => [own, { ...own, mode }]),
      [],
      [{}],
      [{ ...text, ...own }],
      [{ ...own, mode: 'less' }],
      [
        { ...own, mode: 'not' },
        { ...text, mode: 'less' },
      ],
      [own, { ...text, region: { x: 0, y: 0, width: 1, height: 1 } }],
      [own, { ...own, region: { x: 0.5, y: 0, width: 0.6, height: 1 } }],
      Array.from({ length: 11 }, () => own),
    ];
    for (const parts of bad) expect([parts, await similarStatus({ parts })]).toEqual([parts, 400]);
    for (const body of ['{"parts": [{"text": "a", "weight": 1e999}]}', '{"parts": [{"text": "a", "weight": NaN}]}'])
      expect([body, await similarStatus(body)]).toEqual([body, 400]);
    expect(await similarStatus({ ...own, parts: [text] })).toBe(400);
    expect(await similarStatus({ parts: [own, { image_id: '01890000-0000-7000-8000-000000000001', mode: 'not' }] })).toBe(404);
    expect(await similarStatus({ parts: [own, { ...own, mode: 'less', weight: 0.5 }, { path: 'x/../y', mode: 'not' }] })).toBe(404);
    expect(await similarStatus({ parts: [own, { ...own, mode: 'less', weight: 0.5 }] })).toBe(200);
  });

  test('T13 T18 the gallery refuses sizes, cursors, dates, kinds and ids that cannot be', async () => {
    const faults = [
      ...['0', '-1', '501', '1.5', 'x', '', 'Infinity', 'NaN', '1e9'].map((size) => `page_size=${size}`),
      ...CURSORS.map((value) => `cursor=${encodeURIComponent(value)}`),
      ...['2020-13-01', '2020-02-30', 'yesterday', '2020-1-1', "2020-01-01'"].map((day) => `from=${encodeURIComponent(day)}`),
      ...[
        'kind=raw',
        'kind=photo&kind=video',
        'has_faces=maybe',
        'person=x',
        "cluster='",
        'nothing=1',
        `q=${'a'.repeat(201)}`,
        'q=%00',
        'order=id',
        'q[]=1',
        '__proto__=1',
      ],
    ];
    for (const query of faults) expect([query, await galleryStatus(query)]).toEqual([query, 400]);
    for (const text of INJECTIONS.filter((each) => each !== '\u0000' && each !== '\ud800'))
      expect([text, await galleryStatus(`q=${encodeURIComponent(text)}`)]).toEqual([text, 200]);
    for (const query of ['size=0', 'size=x', 'size=', 'size=256&size=512'])
      expect((await archive.fetch(`/api/images/${imageId}/thumbnail?${query}`)).status).toBe(400);
  });

  test('T18 whatever JSON is sent, nothing breaks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          fc.constantFrom('image_id', 'path', 'text', 'region', 'threshold', 'top_k', 'filters', 'x'),
          fc.jsonValue({ maxDepth: 3 }),
        ),
        async (body) => {
          expect(await similarStatus(body)).toBeLessThan(500);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('GraphQL', () => {
  const faultOf = async (query: string, variables: Record<string, unknown>): Promise<boolean> => {
    const codes = await codesOf(query, variables);
    return (
      codes.length > 0 && codes.every((code) => ['BAD_REQUEST', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'NOT_FOUND'].includes(code))
    );
  };

  test('T13 objects and lists in place of ids and texts never reach a resolver', async () => {
    for (const value of NOT_SCALARS) {
      for (const query of [
        'query ($v: ID!) { image(id: $v) { id } }',
        'query ($v: [QueryPart!]!) { similarImages(query: $v) { model } }',
        'query ($v: ImageFilter) { images(first: $v) { totalCount } }',
      ]) {
        expect([value, query, await faultOf(query, { v: value })]).toEqual([value, query, true]);
      }
    }
  });

  test('T18 sizes, thresholds and cursors that cannot be are faults of the asker', async () => {
    for (const first of [0, -1, 501, 1.5, 2 ** 31, 1e308, '10', null])
      expect([first, await faultOf('query ($v: Int!) { images(first: $v) { totalCount } }', { v: first })]).toEqual([first, true]);
    for (const first of [0, -1, 1001])
      expect([first, await faultOf('query ($v: Int!) { ingestionFailures(first: $v) { totalCount } }', { v: first })]).toEqual([
        first,
        true,
      ]);
    for (const after of CURSORS) {
      expect([after, await faultOf('query ($v: String) { images(after: $v) { totalCount edges { cursor } } }', { v: after })]).toEqual([
        after,
        true,
      ]);
      expect([
        after,
        await faultOf('query ($v: String) { ingestionFailures(after: $v) { totalCount edges { cursor } } }', { v: after }),
      ]).toEqual([after, true]);
    }
    const search = 'query ($q: [QueryPart!]!, $t: Float, $k: Int!) { similarImages(query: $q, threshold: $t, topK: $k) { model } }';
    for (const [t, k] of [
      [1.01, 5],
      [-1.01, 5],
      [1e308, 5],
      [0, 0],
      [0, 1001],
      [0, -1],
      [0, 2 ** 31],
    ] as const) {
      expect([t, k, await faultOf(search, { q: { imageId }, t, k })]).toEqual([t, k, true]);
    }
    for (const stretch of [
      { month: '2020-13' },
      { month: '' },
      { month: "2020-01'" },
      { month: '2020-01', offset: -1 },
      { month: '2020-01', limit: 2001 },
      { month: '2020-01', limit: 0 },
    ]) {
      expect([
        stretch,
        await faultOf(
          'query ($month: String!, $offset: Int! = 0, $limit: Int! = 1) { timelineBucket(month: $month, offset: $offset, limit: $limit) { ids } }',
          stretch,
        ),
      ]).toEqual([stretch, true]);
    }
  });

  test('T13 texts that are SQL, patterns or broken Unicode are texts, in filters and in what a person says', async () => {
    for (const text of INJECTIONS) {
      const filter = { keyword: text, roots: [text] };
      for (const query of [
        'query ($f: ImageFilter) { images(filter: $f) { totalCount } }',
        'query ($f: ImageFilter) { timeline(filter: $f) { totalCount } }',
      ]) {
        expect([text, (await codesOf(query, { f: filter })).filter((code) => code !== 'BAD_REQUEST')]).toEqual([text, []]);
      }
      const changes = { title: text, description: text, addTags: [text] };
      const codes = await codesOf(
        'mutation ($id: ID!, $c: AnnotationChanges!) { annotateImages(ids: [$id], changes: $c) { ... on AnnotationResult { images { title tags } } } }',
        { id: imageId, c: changes },
      );
      expect([text, codes.filter((code) => code !== 'BAD_REQUEST')]).toEqual([text, []]);
    }
    for (const filter of [
      { persons: ['x'] },
      { clusters: ["'"] },
      { from: '2020-02-30' },
      { to: 'x' },
      { kind: 'RAW' },
      { roots: Array(1001).fill('a') },
    ]) {
      expect([filter, await faultOf('query ($f: ImageFilter) { images(filter: $f) { totalCount } }', { f: filter })]).toEqual([
        filter,
        true,
      ]);
    }
  });
});
