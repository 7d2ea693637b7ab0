import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AppError } from '../../../server/errors.js';
import { parseGalleryQuery, parseSimilarBody, parseSimilarForm } from '../../../server/rest/parse.js';

const gallery = (query: string): ReturnType<typeof parseGalleryQuery> => parseGalleryQuery(new URLSearchParams(query));

/** What a parser refuses with; an answer or another error fails. */
function refusal(parse: () => unknown): string {
  try {
    parse();
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect(error).toHaveProperty('code', 'BAD_REQUEST');
    return (error as AppError).message;
  }
  throw new Error('Expected a refusal but received an answer.');
}

describe('the query string of the gallery', () => {
  test('is a page of 60 of everything unless it says otherwise', () => {
    expect(gallery('')).toMatchObject({ first: 60, after: null });
    expect(gallery('page_size=500&cursor=abc&q=beach')).toMatchObject({ first: 500, after: 'abc', filter: { keyword: 'beach' } });
  });

  test('takes repeated fields as lists, and a single one as a list of one', () => {
    expect(gallery('person=a&person=b&root=x&has_faces=true').filter).toMatchObject({ persons: ['a', 'b'], roots: ['x'], hasFaces: true });
    expect(gallery('only_person=a&min_faces=2&max_faces=3').filter).toMatchObject({ onlyPersons: ['a'], minFaces: 2, maxFaces: 3 });
  });

  test.each([
    'page_size=0',
    'page_size=501',
    'page_size=1.5',
    'page_size=',
    'page_size=x',
    'kind=audio',
    'from=2020-1-1',
    'has_faces=yes',
    'min_faces=',
    'max_faces=-1',
    'sort=name',
    'q=a&q=b',
    `q=${'x'.repeat(201)}`,
    '__proto__=1',
    'constructor=1',
  ])('T17: is refused with %s', (query) => {
    expect(refusal(() => gallery(query))).toMatch(/malformed/);
  });
});

describe('the JSON body of a similarity query', () => {
  test('is taken under the names of the application', () => {
    const body = {
      image_id: 'i',
      region: { x: 0, y: 0, width: 1, height: 1 },
      frame_ms: 5,
      threshold: 0.5,
      top_k: 3,
      filters: { kind: 'video', person: 'p' },
    };
    expect(parseSimilarBody(body)).toMatchObject({
      parts: [{ imageId: 'i', region: { x: 0, y: 0, width: 1, height: 1 }, frameMs: 5 }],
      threshold: 0.5,
      topK: 3,
      filter: { kind: 'video', persons: ['p'] },
    });
  });

  test('may have several parts, or be one by itself', () => {
    const parts = [{ image_id: 'i' }, { text: 'toy', mode: 'less', weight: 0.2 }];
    expect(parseSimilarBody({ parts }).parts).toMatchObject([{ imageId: 'i' }, { text: 'toy', mode: 'less', weight: 0.2 }]);
    expect(refusal(() => parseSimilarBody({ parts, text: 'x' }))).toMatch(/either/);
  });

  test.each<[string, unknown]>([
    ['an unknown field of a part', { parts: [{ text: 'x', colour: 'red' }] }],
    ['an unknown mode', { parts: [{ text: 'x', mode: 'most' }] }],
    ['a weight as text', { parts: [{ text: 'x', weight: '1' }] }],
    ['an unknown field', { image_id: 'i', topk: 3 }],
    ['an unknown field of the region', { region: { x: 0, y: 0, width: 1, height: 1, depth: 1 } }],
    ['an unknown filter', { filters: { colour: 'red' } }],
    ['a number as text', { top_k: '3' }],
    ['an object as id', { image_id: { $ne: null } }],
    ['a list', []],
    ['a text', 'x'],
    ['JSON with a prototype', JSON.parse('{"__proto__": {"image_id": "i"}}')],
  ])('T17: is refused with %s', (_name, body) => {
    expect(refusal(() => parseSimilarBody(body))).toMatch(/malformed/);
  });

  test('is a query or a refusal with a sentence, whatever JSON comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        try {
          parseSimilarBody(body);
        } catch (error) {
          expect(error).toHaveProperty('code', 'BAD_REQUEST');
          expect(String(error)).toMatch(/\.$/);
        }
      }),
    );
  });
});

const PICTURE = new Uint8Array([1]);

describe('the fields beside an uploaded picture', () => {
  test('may come with further parts', () => {
    const fields = { weight: '0.5', parts: '[{"text":"sun"}]' };
    expect(parseSimilarForm(PICTURE, fields).parts).toMatchObject([{ upload: PICTURE, weight: 0.5 }, { text: 'sun' }]);
  });

  test('are read from text', () => {
    const fields = { region: '0.1,0.2,0.3,0.4', threshold: '-0.5', top_k: '10', frame_ms: '1500', filters: '{"q":"beach","root":["a"]}' };
    expect(parseSimilarForm(PICTURE, fields)).toMatchObject({
      parts: [{ upload: PICTURE, region: { x: 0.1, y: 0.2, width: 0.3, height: 0.4 }, frameMs: 1500 }],
      threshold: -0.5,
      topK: 10,
      filter: { keyword: 'beach', roots: ['a'] },
    });
    expect(parseSimilarForm(PICTURE, {})).toMatchObject({ threshold: undefined, topK: undefined });
  });

  test('say any number exactly', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }),
        (threshold, corners) => {
          const parsed = parseSimilarForm(PICTURE, { threshold: String(threshold), region: corners.join(',') });
          expect(parsed.threshold).toBe(threshold + 0);
          expect(Object.values(parsed.parts[0]?.region ?? {})).toEqual(corners.map((corner) => corner + 0));
        },
      ),
    );
  });

  test.each<Record<string, string>>([
    { region: '1,2,3' },
    { region: '0,0,1,1,1' },
    { region: '0,,1,1' },
    { region: 'a,b,c,d' },
    { region: '' },
    { threshold: '' },
    { threshold: ' ' },
    { threshold: 'high' },
    { threshold: 'Infinity' },
    { top_k: '' },
    { frame_ms: '' },
    { filters: '{' },
    { filters: '[]' },
    { filters: 'null' },
    { filters: '{"colour":"red"}' },
    { image: 'x' },
    { weight: '' },
    { mode: 'most' },
    { parts: '[{"colour":"red"}]' },
  ])('T17: are refused with %j', (fields) => {
    expect(refusal(() => parseSimilarForm(PICTURE, fields))).toMatch(/malformed|JSON/);
  });
});
