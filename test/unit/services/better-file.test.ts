import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ComparedFile } from '../../../server/repositories/duplicate.repository.js';
import { byBetter, reasonsFor, standingOf } from '../../../server/services/better-file.js';

const plain: ComparedFile = {
  id: 'a',
  width: 1600,
  height: 1200,
  bytes: 480_000,
  camera: null,
  takenSource: 'file-time',
  takenLocal: '2020-06-15T12:00:00.000',
  known: 2,
  mark: null,
};
const file = (fields: Partial<ComparedFile>): ComparedFile => ({ ...plain, id: 'b', ...fields });
const better = (fields: Partial<ComparedFile>): [boolean, string | undefined] => {
  const other = file(fields);
  return [byBetter(other, plain) < 0, reasonsFor(other, plain)[0]];
};

describe('The better of two files', () => {
  test('is the larger one, whatever else is said for the other', () => {
    expect(better({ width: 4000, height: 3000, bytes: 200_000, known: 0 })).toEqual([true, 'larger: 4000x3000 against 1600x1200']);
  });

  test('of equal size is the one the camera wrote, then the less compressed, then what more is known of, then the earlier', () => {
    expect(better({ camera: 'Canon EOS R', takenSource: 'exif', bytes: 1000 })).toEqual([
      true,
      'as the camera wrote it: Canon EOS R, with the time',
    ]);
    expect(better({ bytes: 960_000, known: 0 })).toEqual([true, 'less compressed: 4.00 bits a pixel against 2.00']);
    expect(better({ known: 5 })).toEqual([true, 'more is known of it: 5 things against 2']);
    expect(better({ takenLocal: '2019-01-01T12:00:00.000' })).toEqual([true, 'earlier: 2019-01-01 against 2020-06-15']);
  });

  test('is told by the id where nothing tells them apart, and says so', () => {
    expect(better({})).toEqual([false, 'alike in all that is compared']);
    expect(byBetter(plain, file({}))).toBeLessThan(0);
  });

  test('leaves the other one with what it lacks, and with what speaks for it all the same', () => {
    const other = file({ width: 800, height: 600, known: 5, takenLocal: '2020-06-15T18:00:00.000' });
    expect(standingOf(other, plain)).toEqual([
      'smaller: 800x600 against 1600x1200',
      'but less compressed: 8.00 bits a pixel against 2.00',
      'but more is known of it: 5 things against 2',
    ]);
    expect(standingOf(file({ takenLocal: '2021-06-15T12:00:00.000' }), plain)).toEqual(['later: 2021-06-15 against 2020-06-15']);
    expect(standingOf(file({}), plain)).toEqual(['alike in all that is compared']);
  });

  test('is the same whichever way one asks, and of three there is a best', () => {
    const any = fc.record({
      id: fc.uuid(),
      width: fc.constantFrom(100, 200),
      height: fc.constantFrom(100, 200),
      bytes: fc.integer({ min: 1000, max: 1300 }),
      camera: fc.constantFrom(null, 'X100'),
      takenSource: fc.constantFrom('exif', 'file-time'),
      takenLocal: fc.constantFrom('2019-01-01T12:00:00.000', '2020-01-01T12:00:00.000'),
      known: fc.nat(3),
      mark: fc.constant(null),
    });
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        fc.pre(new Set([a.id, b.id, c.id]).size === 3);
        expect(Math.sign(byBetter(a, b))).toBe(-Math.sign(byBetter(b, a)));
        if (byBetter(a, b) < 0 && byBetter(b, c) < 0) expect(byBetter(a, c)).toBeLessThan(0);
      }),
    );
  });
});
