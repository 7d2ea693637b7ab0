import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { groupIntoStacks, type StackCandidate } from '../../../server/ingestion/stacking.js';

const file = (fileName: string, fields: Partial<StackCandidate> = {}): StackCandidate => ({
  documentId: `${fields.folder ?? ''}/${fileName}`,
  folder: 'root:2020',
  fileName,
  kind: /\.(mov|mp4)$/i.test(fileName) ? 'video' : 'photo',
  isRaw: /\.(dng|cr2)$/i.test(fileName),
  durationMs: /\.(mov|mp4)$/i.test(fileName) ? 2_900 : null,
  livePhotoId: null,
  ...fields,
});

/** File names in their roles, one text a stack. */
const shown = (candidates: readonly StackCandidate[]): string[] =>
  groupIntoStacks(candidates)
    .map(({ members }) => members.map(({ documentId, role }) => `${role}:${documentId.replace(/^.*\//, '')}`).join(' '))
    .sort();

const fileName = fc
  .tuple(
    fc.constantFrom('IMG_0001', 'IMG_E0001', 'img_0001', 'a', 'a-edited', 'b', 'é'.normalize('NFD'), 'é'),
    fc.constantFrom('jpg', 'JPG', 'dng', 'heic', 'mov'),
  )
  .map((parts) => parts.join('.'));
const candidates = fc.uniqueArray(
  fc.record({
    name: fileName,
    folder: fc.constantFrom('1:x', '1:y'),
    livePhotoId: fc.constantFrom(null, null, 'L1', 'L2'),
    // Some documents have several files.
    twin: fc.constantFrom(null, null, 'one', 'two'),
    durationMs: fc.constantFrom(2_000, 30_000),
  }),
  { maxLength: 14, selector: ({ name, folder }) => `${folder}/${name}` },
);
const toCandidates = (
  drawn: readonly { name: string; folder: string; livePhotoId: string | null; twin: string | null; durationMs: number }[],
): StackCandidate[] =>
  drawn.map(({ name, durationMs, twin, ...fields }) =>
    file(name, { ...fields, ...(twin && { documentId: `${twin}.${name.split('.')[1]}` }), ...(name.endsWith('.mov') && { durationMs }) }),
  );

describe('files shown as one', () => {
  test.each<[string, StackCandidate[], string[]]>([
    ['a RAW and its JPEG: the JPEG is shown', [file('IMG_1.CR2'), file('IMG_1.JPG')], ['primary:IMG_1.JPG raw:IMG_1.CR2']],
    [
      "Apple's edit and its original: the edit is shown",
      [file('IMG_1.JPG'), file('IMG_E1.JPG')],
      ['primary:IMG_E1.JPG original:IMG_1.JPG'],
    ],
    ['a named edit', [file('tree.jpg'), file('tree-bearbeitet.jpg')], ['primary:tree-bearbeitet.jpg original:tree.jpg']],
    ['a Live Photo by its name', [file('IMG_2.HEIC'), file('IMG_2.MOV')], ['primary:IMG_2.HEIC live-video:IMG_2.MOV']],
    ['a video of the same name that is long', [file('IMG_2.HEIC'), file('IMG_2.MOV', { durationMs: 60_000 })], []],
    ['a video of the same name that belongs to another photo', [file('IMG_2.HEIC', { livePhotoId: 'a' }), file('IMG_2.MOV')], []],
    [
      'a Live Photo by its identifier, in another folder',
      [file('x.heic', { livePhotoId: 'a' }), file('y.mov', { livePhotoId: 'a', folder: 'root:2021' })],
      ['primary:x.heic live-video:y.mov'],
    ],
    ['the same names in two folders', [file('a.jpg'), file('a.dng', { folder: 'root:2021' })], []],
    ['two unlike pictures that share a stem', [file('a.png'), file('a.jpg')], []],
    ['a picture alone', [file('a.jpg')], []],
    ['a video alone', [file('a.mov')], []],
    ['copies of one document', [file('a.jpg', { documentId: 'one' }), file('a.dng', { documentId: 'one' })], []],
    [
      'a picture that lies in two folders: it stands in one stack, and nothing is left under none',
      [
        file('a.jpg', { documentId: 'one' }),
        file('a.dng'),
        file('a.jpg', { documentId: 'one', folder: 'root:2021' }),
        file('a.mov', { folder: 'root:2021' }),
      ],
      ['primary:one raw:a.dng'],
    ],
    [
      'all of it at once',
      [file('IMG_3.JPG'), file('IMG_E3.JPG'), file('IMG_3.DNG'), file('IMG_3.MOV')],
      ['primary:IMG_E3.JPG original:IMG_3.JPG raw:IMG_3.DNG live-video:IMG_3.MOV'],
    ],
  ])('%s', (_name, given, expected) => {
    expect(shown(given)).toEqual(expected);
  });

  test('depend on nothing but the files, whatever the order they are found in', () => {
    const shuffled = candidates.chain((drawn) =>
      fc.tuple(fc.constant(toCandidates(drawn)), fc.shuffledSubarray(toCandidates(drawn), { minLength: drawn.length })),
    );
    fc.assert(
      fc.property(shuffled, ([given, mixed]) => expect(shown(mixed)).toEqual(shown(given))),
      { numRuns: 500 },
    );
  });

  test('stand in one stack at most, two or more together, the first the only primary and never a video', () => {
    fc.assert(
      fc.property(candidates.map(toCandidates), (given) => {
        const stacks = groupIntoStacks(given);
        const members = stacks.flatMap((stack) => stack.members);
        expect(new Set(members.map(({ documentId }) => documentId)).size).toBe(members.length);
        for (const stack of stacks) {
          expect(stack.members.length).toBeGreaterThan(1);
          expect(stack.members.map(({ role }) => role === 'primary')).toEqual(stack.members.map((_, index) => index === 0));
          expect(given.find(({ documentId }) => documentId === stack.members[0]?.documentId)?.kind).toBe('photo');
        }
      }),
      { numRuns: 500 },
    );
  });
});
