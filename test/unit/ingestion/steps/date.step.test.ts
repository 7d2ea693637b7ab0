import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MediaAnalysis } from '../../../../server/media/analysis.js';
import { takenOf, takenOfFile } from '../../../../server/ingestion/steps/date.step.js';

const analysisWith = (metadata: Partial<MediaAnalysis['metadata']>): MediaAnalysis =>
  ({ metadata: { takenLocal: null, takenOffsetMinutes: null, takenPrecision: null, takenSource: null, ...metadata } }) as MediaAnalysis;
const exif = { takenLocal: '2012-07-14T15:42:00.000', takenOffsetMinutes: -420, takenPrecision: 'second', takenSource: 'exif' } as const;
const NOON = Date.UTC(2020, 5, 1, 12);

describe('when a picture was taken', () => {
  test('is what the file says inside, whatever its name and time say', () => {
    expect(takenOf({ analysis: analysisWith(exif), path: 'a/IMG_20190321_110422.jpg', modifiedMs: NOON })).toEqual(exif);
  });

  test('is what its name says where the file says nothing', () => {
    const taken = takenOf({ analysis: analysisWith({}), path: '2001-01-01/IMG_20190321_110422.jpg', modifiedMs: NOON });
    expect(taken).toMatchObject({ takenLocal: '2019-03-21T11:04:22.000', takenPrecision: 'second', takenSource: 'file-name' });
  });

  test('is when the file was last written where nothing else tells, and never the name of its folder', () => {
    expect(takenOfFile('IMG_20190321_110422/oak.jpg', NOON)).toMatchObject({ takenSource: 'file-time' });
  });

  test('of the file itself names the same moment, in the zone of this machine', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0) }), (modifiedMs) => {
        const { takenLocal, takenOffsetMinutes } = takenOfFile('oak.jpg', modifiedMs);
        expect(takenLocal).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}$/);
        expect(Date.parse(`${takenLocal}Z`) - (takenOffsetMinutes ?? 0) * 60_000).toBe(modifiedMs);
      }),
    );
  });
});
