import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseOffset, parseTakenDate, takenFromFileName } from '../../../../server/media/metadata/taken-date.js';

describe('a stated date', () => {
  test.each([
    ['2012:07:14 16:30:12', '2012-07-14T16:30:12.000', 'second', null],
    ['2012-07-14T16:30:12.68+02:00', '2012-07-14T16:30:12.680', 'millisecond', 120],
    ['2021-07-04T12:34:56.000000Z', '2021-07-04T12:34:56.000', 'second', 0],
    ['2019-03-21T11:04:22-0500', '2019-03-21T11:04:22.000', 'second', -300],
    ['2012-07-14T16:30', '2012-07-14T16:30:00.000', 'minute', null],
    ['20120714 163012+0200', '2012-07-14T16:30:12.000', 'second', 120],
    ['20120714', '2012-07-14T00:00:00.000', 'day', null],
    ['2012:07:00 00:00:00', '2012-07-01T00:00:00.000', 'month', null],
    ['2012-07', '2012-07-01T00:00:00.000', 'month', null],
    ['20120000', '2012-01-01T00:00:00.000', 'year', null],
    ['2012', '2012-01-01T00:00:00.000', 'year', null],
    ['2099:01:01 00:00:00', '2099-01-01T00:00:00.000', 'second', null],
    ['1919:05:04 05:59:26\0', '1919-05-04T05:59:26.000', 'second', null],
  ])('%j is %s to the %s', (text, ...[local, precision, offsetMinutes]) => {
    expect(parseTakenDate(text)).toEqual({ local, precision, offsetMinutes });
  });

  test.each([
    '0000:00:00 00:00:00',
    '    :  :     :  :  ',
    '2019:02:30 10:00:00',
    '2019:13:01 00:00:00',
    '2019:01:01 25:00:00',
    '1999:99:99 99:99:99',
    'garbage',
    '',
    '123456789012345',
    '0001:01:01 00:00:00',
  ])('%j is none', (text) => expect(parseTakenDate(text)).toBeNull());

  test('takes fraction and offset from their own tags, and no offset for a date without time', () => {
    expect(parseTakenDate('2019:07:01 23:30:00', '023460', '+09:00')).toEqual({
      local: '2019-07-01T23:30:00.023',
      precision: 'millisecond',
      offsetMinutes: 540,
    });
    expect(parseTakenDate('2019:07:01', undefined, '+09:00')).toMatchObject({ precision: 'day', offsetMinutes: null });
    expect(parseTakenDate('2019:07:01 23:30:00', '   ', 'nonsense')).toMatchObject({ precision: 'second', offsetMinutes: null });
  });

  test('of any real moment comes back as it was written', () => {
    const moments = fc.date({ min: new Date('1826-01-01T00:00:00Z'), max: new Date('2200-12-31T23:59:59Z'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, (moment) => {
        const local = moment.toISOString().slice(0, 23);
        expect(parseTakenDate(local.replace(/^(....)-(..)-(..)T/, '$1:$2:$3 '))?.local).toBe(local);
      }),
    );
  });

  test('T17: of any text costs no more than reading it and never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => parseTakenDate(text) === null || parseTakenDate(text)?.local.length === 23),
    );
    expect(parseTakenDate('2'.repeat(100_000))).toBeNull();
    expect(takenFromFileName('2012-'.repeat(20_000))).toBeNull();
  });
});

describe('an offset', () => {
  test.each([
    ['+09:00', 540],
    ['-0330', -210],
    ['Z', 0],
    ['-00:00', 0],
    ['+14:00', 840],
    ['+14:30', null],
    ['+09:75', null],
    ['9', null],
    [undefined, null],
  ])('%j is %j minutes', (text, minutes) => expect(parseOffset(text)).toBe(minutes));
});

describe('a file name', () => {
  test.each([
    ['IMG_20190321_110422.jpg', '2019-03-21T11:04:22.000'],
    ['PXL_20210704_123456789.jpg', '2021-07-04T12:34:56.789'],
    ['VID-20180506-070809.mp4', '2018-05-06T07:08:09.000'],
    ['20190321110422.jpg', '2019-03-21T11:04:22.000'],
    ['2012-07-14 15.42.33.jpg', '2012-07-14T15:42:33.000'],
    ['Screenshot 2023-01-02 at 10.11.12.png', '2023-01-02T10:11:12.000'],
    ['Screenshot_20230102-101112_Chrome.jpg', '2023-01-02T10:11:12.000'],
    ['telegram_2020-01-30_09-57-18.jpg', '2020-01-30T09:57:18.000'],
    ['signal-2021-05-06-070809.jpg', '2021-05-06T07:08:09.000'],
    ['IMG-20190321-WA0001.jpg', '2019-03-21T00:00:00.000'],
    ['Scan 2003.08.31.tif', '2003-08-31T00:00:00.000'],
  ])('%s was taken at %s', (name, local) => expect(takenFromFileName(name)?.local).toBe(local));

  test.each([
    'IMG_0001.jpg',
    'DSC01234.JPG',
    '11113237_n.jpg',
    '20191341_120000.jpg',
    '120190321104.jpg',
    'photo (3).png',
    '1080x2340.png',
  ])('%s says nothing', (name) => expect(takenFromFileName(name)).toBeNull());

  test('of WhatsApp knows the day only', () => expect(takenFromFileName('IMG-20190321-WA0001.jpg')?.precision).toBe('day'));
});
