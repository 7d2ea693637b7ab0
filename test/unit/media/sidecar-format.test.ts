import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MAX_SIDECAR_BYTES, parseSidecar, type JsonObject, type NamedSet, type ToldFact } from '../../../server/media/sidecar-format.js';
import { renderSidecar, type SidecarContent } from '../../../server/media/sidecar-render.js';

const HASH = 'ab'.repeat(32);
const ID = '01890000-0000-7000-8000-000000000001';

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.replaceAll('\0', '').normalize('NFC').trim())
  .filter((text) => text !== '');
const at = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString());
const via = fc.record({ kind: fc.constant('proposal' as const), score: fc.constantFrom(null, 0.25), model: fc.constantFrom(null, 'm') });
const factOf = (value: fc.Arbitrary<unknown>): fc.Arbitrary<ToldFact> =>
  fc
    .record({ value, by: words.map((name) => `person:${name}`), at, via: fc.option(via, { nil: undefined }) })
    .map(({ via: proposal, ...fact }) => (proposal ? { ...fact, via: proposal } : fact));
const place = fc.record({ name: words, latitude: fc.constantFrom(-90, 12.5), longitude: fc.constantFrom(-180, 0.25) });
const taken = fc.record({
  local: fc.constantFrom('1999', '1999-07', '2000-02-29', '2024-06-12T14:03', '2024-06-12T14:03:09'),
  offsetMinutes: fc.constantFrom(null, 120),
});
const atomic = fc.record(
  {
    title: factOf(fc.option(words)),
    description: factOf(words),
    favourite: factOf(fc.boolean()),
    hidden: factOf(fc.boolean()),
    taken: factOf(taken),
    place: factOf(fc.option(place)),
  },
  { requiredKeys: [] },
);
const tags = fc.dictionary(words, factOf(fc.boolean()), { maxKeys: 5 });
const regions = fc.dictionary(
  fc.constantFrom('0,0,1,1', '0.25,0.1,0.5,0.3333', '0.0001,0.9,0.01,0.1'),
  factOf(fc.oneof(fc.constant(false), fc.record({ name: fc.option(words) }))),
);
const sets = (field: string) =>
  fc
    .uniqueArray(fc.tuple(fc.uuid({ version: 7 }), words, factOf(fc.boolean())), { selector: ([id]) => id, maxLength: 4 })
    .map((all) => all.map(([id, name, fact]) => [`${field}/${id}`, name, fact] as const));
const content = fc
  .record({ atomic, tags, regions, people: sets('people'), clusters: sets('clusters'), revision: fc.integer({ min: 1, max: 1e9 }) })
  .map(({ revision, ...parts }): SidecarContent => {
    const elements = [...parts.people, ...parts.clusters];
    const facts = new Map<string, ToldFact>([
      ...Object.entries(parts.atomic),
      ...Object.entries(parts.tags).map(([tag, fact]) => [`tags/${tag}`, fact] as const),
      ...Object.entries(parts.regions).map(([region, fact]) => [`regions/${region}`, fact] as const),
      ...elements.map(([key, , fact]) => [key, fact] as const),
    ]);
    const named = new Map<string, NamedSet>(elements.map(([key, name]) => [key, { name }]));
    return { revision, documentId: ID, contentHash: HASH, facts, named, labels: [], conflicts: [] };
  });

const bytes = (value: unknown): Buffer => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const plain = (rest: object = {}): JsonObject => ({ format: 'image-explorer/annotation', version: 1, revision: 3, ...rest });
const empty: SidecarContent = {
  ...{ revision: 4, documentId: ID, contentHash: HASH, labels: [], conflicts: [] },
  ...{ facts: new Map(), named: new Map() },
};
const fact = (value: unknown): ToldFact => ({ value, by: 'person:a', at: '2026-01-01T00:00:00.000Z' });

describe('The text of a sidecar', () => {
  test('T08 T37 what is written is what is read', () => {
    fc.assert(
      fc.property(content, (written) => {
        const read = parseSidecar(bytes(renderSidecar(written, null)));
        expect(new Map([...read.facts].sort())).toEqual(new Map([...written.facts].sort()));
        expect(new Map([...read.named].sort())).toEqual(new Map([...written.named].sort()));
        expect([read.revision, read.documentId, read.contentHash]).toEqual([written.revision, ID, HASH]);
      }),
    );
  });

  test('T37 written over itself with keys of others at every level, all of them are kept', () => {
    fc.assert(
      fc.property(content, (written) => {
        const strange = withStrangers(JSON.parse(renderSidecar(written, null)));
        const again = JSON.parse(renderSidecar(written, strange as JsonObject)) as unknown;
        expect(again).toEqual(strange);
        expect(parseSidecar(bytes(again)).facts.size).toBe(written.facts.size);
      }),
    );
  });

  test('is the same for the same content, in whatever order it was said', () => {
    fc.assert(
      fc.property(content, (written) => {
        const turned = { ...written, facts: new Map([...written.facts].reverse()) };
        expect(renderSidecar(turned, null)).toBe(renderSidecar(written, null));
      }),
    );
  });

  test('what is not said any more goes with all that stood in it, and nothing else', () => {
    const before = plain({
      annotations: {
        title: { value: 'Old', note: 'mine' },
        rating: 5,
        tags: [
          { name: 'a', colour: 'red' },
          { name: 'b', colour: 'blue' },
        ],
      },
    });
    const facts = new Map([['tags/b', fact(true)]]);
    const after = JSON.parse(renderSidecar({ ...empty, facts }, before)) as { annotations: object };
    expect(after.annotations).toEqual({
      tags: [{ name: 'b', said: true, by: 'person:a', at: '2026-01-01T00:00:00.000Z', colour: 'blue' }],
      ...{ people: [], clusters: [], rating: 5 },
    });
  });

  test('a key named __proto__ is a key like any other', () => {
    const before = JSON.parse('{"__proto__": {"polluted": true}, "annotations": {"__proto__": 1}}') as JsonObject;
    const after = renderSidecar(empty, before);
    expect(after).toContain('"__proto__"');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('Reading a sidecar that someone wrote by hand', () => {
  test('needs only the words: who, when and "said" may be left out, and a person may have a name only', () => {
    const annotations = { title: { value: ' A title ' }, tags: [{ name: 'sea' }], people: [{ name: 'Anna' }] };
    const read = parseSidecar(bytes(plain({ annotations })));
    expect(read.facts).toEqual(
      new Map([
        ['title', { value: 'A title', by: null, at: null }],
        ['tags/sea', { value: true, by: null, at: null }],
      ]),
    );
    expect(read.unnumbered).toEqual([{ field: 'people', name: 'Anna', fact: { value: true, by: null, at: null } }]);
  });

  test('takes a malformed "by", "at" or "via" for none and keeps the words', () => {
    const annotations = { title: { value: 'A', by: 'job:ingest', at: 'yesterday', via: 7 } };
    expect(parseSidecar(bytes(plain({ annotations }))).facts.get('title')).toEqual({ value: 'A', by: null, at: null });
  });

  test('a byte order mark is no hindrance', () => {
    expect(parseSidecar(bytes(`\u{FEFF}${JSON.stringify(plain())}`)).revision).toBe(3);
  });

  test.each([
    ['no JSON', '{"format": "image-explorer/annotation", "ver', 'object of JSON'],
    ['a list', '[]', 'object of JSON'],
    ['another format', '{"version": 1}', 'format "image-explorer/annotation"'],
    ['a newer version', JSON.stringify(plain({ version: 2 })), 'a newer one wrote it'],
    ['no revision', '{"format": "image-explorer/annotation", "version": 1}', 'at "revision"'],
    ['a title that is no text', JSON.stringify(plain({ annotations: { title: { value: 7 } } })), 'at "annotations.title.value"'],
    ['a title that is too long', JSON.stringify(plain({ annotations: { title: { value: 'x'.repeat(501) } } })), '500 characters'],
    ['a zero character', JSON.stringify(plain({ annotations: { tags: [{ name: 'a\0' }] } })), 'zero character'],
    ['a day that does not exist', JSON.stringify(plain({ annotations: { taken: { value: { local: '2023-02-29' } } } })), 'no such day'],
    ['half a place', JSON.stringify(plain({ annotations: { place: { value: { latitude: 1 } } } })), 'both or not at all'],
    ['too many tags', JSON.stringify(plain({ annotations: { tags: Array.from({ length: 10_001 }, () => ({ name: 'a' })) } })), '10000'],
    ['too many levels', `{"a":${'['.repeat(100_000)}`, '32 levels'],
    ['too many bytes', ' '.repeat(MAX_SIDECAR_BYTES + 1), 'at most 4194304 bytes'],
  ])('T03 refuses %s with a sentence', (_what, text, sentence) => {
    expect(() => parseSidecar(bytes(text))).toThrow(sentence);
    expect(() => parseSidecar(bytes(text))).toThrow('was left as it is');
  });

  test('refuses bytes that are no text', () => {
    expect(() => parseSidecar(Buffer.from([0xff, 0xfe, 0x7b, 0x00]))).toThrow('UTF-8');
  });

  test('T01 never fails otherwise than with such a sentence', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc.jsonValue().map((annotations) => JSON.stringify(plain({ annotations }))),
        ),
        (text) => {
          try {
            parseSidecar(bytes(text));
          } catch (error) {
            expect((error as { code?: string }).code).toBe('UNPROCESSABLE');
          }
        },
      ),
    );
  });
});

/** The value with a key of someone else in every object of it. */
function withStrangers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withStrangers);
  if (value === null || typeof value !== 'object') return value;
  return { ...Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withStrangers(inner)])), 'x-other': { kept: [1] } };
}
