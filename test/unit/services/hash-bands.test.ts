import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hammingDistance } from '../../../server/media/perceptual-hash.js';
import { HashBands, mirroredHash } from '../../../server/services/hash-bands.js';

const hash = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((bits) => bits.toString(16).padStart(16, '0'));
/** A hash with some of its bits turned, so that near ones are common. */
const near = (base: string) =>
  fc
    .uniqueArray(fc.integer({ min: 0, max: 63 }), { maxLength: 14 })
    .map((bits) => bits.reduce((value, bit) => value ^ (1n << BigInt(bit)), BigInt(`0x${base}`)))
    .map((bits) => bits.toString(16).padStart(16, '0'));

describe('Hashes in bands', () => {
  test('give exactly the hashes within a distance that a look at every one gives', () => {
    const cases = hash.chain((base) => fc.tuple(fc.constant(base), fc.array(fc.oneof(near(base), hash), { maxLength: 40 })));
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 11 }), ([asked, hashes], distance) => {
        const expected = hashes
          .map((other, index) => ({ index, distance: hammingDistance(asked, other) }))
          .filter((one) => one.distance <= distance);
        expect(new HashBands(hashes).within(asked, distance)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('are asked again and again', () => {
    const bands = new HashBands(['00000000000000ff', '00000000000000fe', 'ffffffff00000000']);
    for (const _ of [1, 2]) expect(bands.within('00000000000000ff', 4).map(({ index }) => index)).toEqual([0, 1]);
    expect(bands.within('ffffffff00000001', 4)).toEqual([{ index: 2, distance: 1 }]);
    expect(() => bands.within('00000000000000ff', 12)).toThrow(RangeError);
  });

  test('know a mirrored hash, whose mirror image is the hash again', () => {
    expect(mirroredHash('8001c000000000ff')).toBe('01800300000000ff');
    fc.assert(fc.property(hash, (one) => mirroredHash(mirroredHash(one)) === one));
  });
});
