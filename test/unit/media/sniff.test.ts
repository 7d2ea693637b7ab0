import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FORMATS } from '../../../server/media/formats.js';
import { isWorthOpening, sniffFormat } from '../../../server/media/sniff.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

describe('what a file is', () => {
  test.each([
    ['photo.mp4', bytes('\xff\xd8\xff\xe0rest'), 'jpeg'],
    ['x', bytes('\x89PNG\r\n\x1a\n'), 'png'],
    ['a.jpg', bytes('GIF89a'), 'gif'],
    ['a.jpg', bytes('RIFF\0\0\0\0WEBPVP8 '), 'webp'],
    ['a.heic', bytes('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'heic'],
    ['a.heic', bytes('\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf'), 'avif'],
    ['a.heif', bytes('\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf'), 'avif'],
    ['a.jpg', bytes('\0\0\0\x14ftypqt  \0\0\0\0qt  '), 'mov'],
  ])('%s with its bytes is told by them', async (name, head, format) => {
    expect((await sniffFormat(head, name))?.name).toBe(format);
  });

  test('of TIFF bytes is a RAW dialect where the name claims one, and TIFF otherwise', async () => {
    const tiff = Buffer.concat([bytes('II*\0\x08\0\0\0'), Buffer.alloc(64)]);
    expect((await sniffFormat(tiff, 'a.PEF'))?.name).toBe('pef');
    expect((await sniffFormat(tiff, 'a.jpg'))?.name).toBe('tiff');
  });

  test('T03: SVG, HTML, PDF, zip, playlists and text are nothing, whatever their name', async () => {
    for (const head of [
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '<?xml version="1.0"?><svg/>',
      '<!doctype html>',
      '%PDF-1.7',
      'PK\x03\x04',
      '#EXTM3U\n',
      'ffconcat version 1.0',
      'v=0\r\n',
      '',
    ]) {
      expect(await sniffFormat(bytes(head), 'a.jpg')).toBeNull();
    }
  });

  test('of any bytes is a row of the table or nothing, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 64 }), async (head) => [null, ...FORMATS].includes(await sniffFormat(head, 'x'))),
    );
  });
});

describe('a name in a folder', () => {
  test.each([
    'IMG_1.JPG',
    'no_extension',
    'a.heic',
    'b.unknown',
    '-rf.jpg',
    'quote\'"`$(id).jpg',
    'emoji-🐈.jpg',
    'été.jpg',
    'line\nbreak.jpg',
  ])('%j is worth opening', (name) => expect(isWorthOpening(name)).toBe(true));

  test.each(['.hidden.jpg', '._IMG.jpg', '.DS_Store', 'Thumbs.db', 'a.jpg.json', 'a.xmp', 'a.AAE', 'a.svg', 'a.zip', 'desktop.ini', ''])(
    '%j is not',
    (name) => expect(isWorthOpening(name)).toBe(false),
  );
});

test('no two formats claim the same extension or sniffed type', () => {
  for (const key of ['extensions', 'sniffedAs'] as const) {
    const all = FORMATS.flatMap((format) => format[key]);
    expect(new Set(all).size).toBe(all.length);
  }
});
