import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { composeContent, type ContentParts } from '../../../server/ingestion/content.js';

const NOTHING: ContentParts = {
  title: null,
  description: null,
  tags: [],
  people: [],
  clusters: [],
  place: null,
  labels: [],
  camera: null,
  sourcePaths: [],
};
const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const parts: fc.Arbitrary<ContentParts> = fc.record({
  title: fc.option(words),
  description: fc.option(words),
  tags: fc.array(words, { maxLength: 3 }),
  people: fc.array(words, { maxLength: 3 }),
  clusters: fc.array(words, { maxLength: 3 }),
  place: fc.option(words),
  labels: fc.array(words, { maxLength: 3 }),
  camera: fc.option(words),
  sourcePaths: fc.array(words, { maxLength: 3 }),
});

describe('the text that keyword search reads', () => {
  test('says each part on a line of its own, folders apart from names', () => {
    const content = composeContent({
      ...NOTHING,
      title: 'Old oak',
      tags: ['tree', 'autumn'],
      labels: ['forest'],
      camera: 'Canon 40D',
      sourcePaths: ['photos/2019/oak.jpg'],
    });
    expect(content).toBe('Old oak\ntree, autumn\nforest\nCanon 40D\nphotos / 2019 / oak.jpg');
  });

  test('is the same whatever the order of the files, and for both spellings of an accent', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const content = composeContent(given);
        expect(composeContent({ ...given, sourcePaths: given.sourcePaths.toReversed() })).toBe(content);
        expect(content).toBe(content.normalize('NFC'));
      }),
    );
    const title = (form: string): string => composeContent({ ...NOTHING, title: 'été'.normalize(form) });
    expect(title('NFD')).toBe(title('NFC'));
  });

  test('says nothing twice and has no empty line', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const oneLine = {
          ...given,
          title: given.title?.replaceAll(/\s/g, '') ?? null,
          description: given.title?.replaceAll(/\s/g, '') ?? null,
        };
        const lines = composeContent({ ...NOTHING, title: oneLine.title, description: oneLine.description }).split('\n');
        expect(new Set(lines).size).toBe(lines.length);
      }),
    );
    expect(composeContent(NOTHING)).toBe('');
    expect(composeContent({ ...NOTHING, title: ' ', description: 'x', camera: 'x' })).toBe('x');
  });
});
