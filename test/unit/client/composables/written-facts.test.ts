import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatCoordinates, formatPlace, parseCoordinates } from '../../../../client/src/composables/place-text.js';
import { formatTaken, parseTaken } from '../../../../client/src/composables/taken-text.js';

describe('a date that is written by hand', () => {
  test.each([
    ['1999', '1999', 'year'],
    [' 1999-07 ', '1999-07', 'month'],
    ['1999-7-4', '1999-07-04', 'day'],
    ['1999-07-14 15:42', '1999-07-14T15:42', 'minute'],
    ['1999-07-14T15:42:09', '1999-07-14T15:42:09', 'second'],
    ['Jul 1999', '1999-07', 'month'],
    ['14 July 1999', '1999-07-14', 'day'],
    ['3. March 1987, 9:05', '1987-03-03T09:05', 'minute'],
  ])('%s is read as %s, exact to the %s', (text, local, precision) => {
    expect(parseTaken(text)).toMatchObject({ local, precision });
  });

  test.each(['', '99', '1999-13', '1999-02-30', '1999-07-14 25:00', '7/4/1999', 'yesterday', '1999-07-14 15', '0999'])(
    '%p is no date',
    (text) => {
      expect(parseTaken(text)).toBeNull();
    },
  );

  test('an offset is kept where one is written', () => {
    expect(parseTaken('1999-07-14 15:42 +02:00')?.offsetMinutes).toBe(120);
    expect(parseTaken('1999-07-14 15:42 −05:30')?.offsetMinutes).toBe(-330);
    expect(parseTaken('1999-07-14 15:42')?.offsetMinutes).toBeNull();
  });

  test('what the field shows is read back as it was', () => {
    const dates = fc.date({ min: new Date('1800-01-01'), max: new Date('2199-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.constantFrom(4, 7, 10, 16, 19), (date, length) => {
        const local = date.toISOString().slice(0, length);
        const read = parseTaken(formatTaken(local))?.local ?? '';
        expect(read === local || (length === 19 && `${read}:00` === local)).toBe(true);
      }),
    );
  });
});

describe('coordinates that are written by hand', () => {
  test.each([
    ['45.4371, 12.3326', 45.4371, 12.3326],
    ['45.4371 12.3326', 45.4371, 12.3326],
    ['−33.8688; 151.2093', -33.8688, 151.2093],
    ['45.4371° N, 12.3326° W', 45.4371, -12.3326],
    [`45°26'13.6"N 12°20'4"E`, 45.437111, 12.334444],
  ])('%s', (text, latitude, longitude) => {
    expect(parseCoordinates(text)).toEqual({ latitude, longitude });
  });

  test.each(['', '45.4', 'Venice', '95, 12', '45, 190', '1,2,3'])('%p are none', (text) => {
    expect(parseCoordinates(text)).toBeNull();
  });

  test('what the field shows is read back as it was', () => {
    const degrees = (most: number): fc.Arbitrary<number> => fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((value) => value / 1e5);
    fc.assert(
      fc.property(degrees(90), degrees(180), (latitude, longitude) => {
        const read = parseCoordinates(formatCoordinates({ latitude, longitude }));
        expect(read?.latitude).toBeCloseTo(latitude, 5);
        expect(read?.longitude).toBeCloseTo(longitude, 5);
      }),
    );
  });

  test('a place without coordinates is its name, without a name its coordinates', () => {
    expect(formatPlace({ name: 'Venice' })).toBe('Venice');
    expect(formatPlace({ name: null, latitude: 1, longitude: -2 })).toBe('1, -2');
  });
});
