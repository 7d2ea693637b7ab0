import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ComparedFile, DuplicatePairRow } from '../../../server/repositories/duplicate.repository.js';
import { groupPairs, partnerOf } from '../../../server/services/duplicate-groups.js';
import { floorsOf, matchOf, type ComparedPicture } from '../../../server/services/duplicate-rule.js';
import { mirroredHash } from '../../../server/services/hash-bands.js';

const FLOORS = { tight: 0.4, wide: 0.7 };
const HASH = '0123456789abcdef';
const picture = (fields: Partial<ComparedPicture> & { angle?: number }): ComparedPicture => ({
  pixelHash: null,
  perceptualHash: HASH,
  vector: Float32Array.of(Math.cos(fields.angle ?? 0), Math.sin(fields.angle ?? 0)),
  ...fields,
});
const base = picture({});
const angleOf = (cosine: number): number => Math.acos(cosine);
/** Another hash, so many bits of the first away. */
const turned = (bits: number): string => ((2n ** BigInt(bits) - 1n) ^ BigInt(`0x${HASH}`)).toString(16).padStart(16, '0');

describe('Two pictures show the same', () => {
  test('when their pixels are equal, whatever else', () => {
    expect(matchOf(picture({ pixelHash: 'p' }), picture({ pixelHash: 'p', angle: 2 }), FLOORS)?.kind).toBe('same');
    expect(matchOf(picture({}), picture({ angle: 2 }), FLOORS)).toBeNull();
  });

  test('as one picture saved again from a cosine of .98 and at most 6 bits', () => {
    expect(matchOf(base, picture({ perceptualHash: turned(6), angle: angleOf(0.985) }), FLOORS)?.kind).toBe('same');
    expect(matchOf(base, picture({ perceptualHash: turned(7), angle: angleOf(0.985) }), FLOORS)?.kind).toBe('near');
    expect(matchOf(base, picture({ perceptualHash: turned(6), angle: angleOf(0.97) }), FLOORS)?.kind).toBe('near');
  });

  test('nearly, when hash and vector say so together: the more bits differ, the nearer the vectors', () => {
    expect(matchOf(base, picture({ perceptualHash: turned(4), angle: angleOf(0.45) }), FLOORS)?.hashDistance).toBe(4);
    expect(matchOf(base, picture({ perceptualHash: turned(5), angle: angleOf(0.45) }), FLOORS)).toBeNull();
    expect(matchOf(base, picture({ perceptualHash: turned(10), angle: angleOf(0.75) }), FLOORS)?.kind).toBe('near');
    expect(matchOf(base, picture({ perceptualHash: turned(11), angle: angleOf(0.999) }), FLOORS)).toBeNull();
  });

  test('in a mirror, where the vectors say it clearly', () => {
    const mirrored = mirroredHash(HASH);
    expect(matchOf(base, picture({ perceptualHash: mirrored, angle: angleOf(0.95) }), FLOORS)).toMatchObject({
      isMirrored: true,
      kind: 'near',
    });
    expect(matchOf(base, picture({ perceptualHash: mirrored, angle: angleOf(0.85) }), FLOORS)).toBeNull();
  });

  test('judged by what is usual in the archive: the same whichever way one asks', () => {
    const random = fc.sample(fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), { numRuns: 60, seed: 7 });
    const pictures = random.map((bits, index) => picture({ perceptualHash: bits.toString(16).padStart(16, '0'), angle: index / 10 }));
    const floors = floorsOf(pictures);
    expect(floors.tight).toBeLessThan(floors.wide);
    expect(floorsOf(pictures.slice(0, 5))).toEqual({ tight: 0.7, wide: 0.96 });
    for (const one of pictures) for (const other of pictures) expect(matchOf(one, other, floors)).toEqual(matchOf(other, one, floors));
  });
});

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const files = new Map(
  ids.map((id, index): [string, ComparedFile] => [
    id,
    {
      id,
      width: 100 + index,
      height: 100,
      bytes: 1000,
      camera: null,
      takenSource: 'exif',
      takenLocal: '2020-01-01T00:00:00.000',
      known: 0,
      mark: null,
    },
  ]),
);
const pairOf = (firstId: string, secondId: string, kind: 'same' | 'near' = 'near'): DuplicatePairRow => ({
  ...{ firstId, secondId, kind },
  ...{ hashDistance: 0, isMirrored: false, cosine: 1 },
});

describe('Groups of duplicates', () => {
  test('hold the better one and what is paired with it, not what is only paired with that', () => {
    const [group, ...others] = groupPairs([pairOf('a', 'b'), pairOf('b', 'h'), pairOf('a', 'c', 'same')], files);
    expect(group?.files.map(({ id }) => id)).toEqual(['h', 'b']);
    expect(others.map((one) => [one.kind, one.files.map(({ id }) => id)])).toEqual([['same', ['c', 'a']]]);
  });

  test('never share a picture, and every member is paired with the better one directly', () => {
    const pair = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 }).map((two) => {
      const [first = '', second = ''] = two.sort();
      return pairOf(first, second);
    });
    fc.assert(
      fc.property(fc.uniqueArray(pair, { maxLength: 20, selector: ({ firstId, secondId }) => firstId + secondId }), (pairs) => {
        const groups = groupPairs(pairs, files);
        const members = groups.flatMap((group) => group.files.map(({ id }) => id));
        expect(new Set(members).size).toBe(members.length);
        for (const {
          files: [better, ...rest],
          pairs: why,
        } of groups) {
          expect(rest.length).toBeGreaterThan(0);
          for (const { id } of rest) expect(why.some((one) => partnerOf(one, id) === better?.id)).toBe(true);
        }
      }),
    );
  });
});
