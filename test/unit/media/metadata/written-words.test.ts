import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readLivePhotoId } from '../../../../server/media/metadata/apple-maker-note.js';
import { cameraName, exposureText } from '../../../../server/media/metadata/camera.js';
import { readIptc } from '../../../../server/media/metadata/iptc.js';
import { degreesOf, degreesOfXmp, parseIso6709, toPlace } from '../../../../server/media/metadata/place.js';
import { decodeText, tidyDescription } from '../../../../server/media/metadata/text.js';
import { readVideoMetadata } from '../../../../server/media/metadata/video-metadata.js';
import { readXmp } from '../../../../server/media/metadata/xmp.js';
import { readPhotoMetadata } from '../../../../server/media/metadata.js';

describe('XMP', () => {
  const packet = (body: string): string =>
    `<x:xmpmeta><rdf:RDF><rdf:Description xmp:Rating="4" photoshop:DateCreated='2013-09-23'>${body}</rdf:Description></rdf:RDF></x:xmpmeta>`;

  test('gives lists, alternatives, attributes and plain elements', () => {
    const values = readXmp(
      packet(
        '<dc:subject><rdf:Bag><rdf:li>Käse &amp; Brot</rdf:li><rdf:li>2012</rdf:li></rdf:Bag></dc:subject>' +
          '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A &lt;b&gt; &#x1F408;</rdf:li></rdf:Alt></dc:title><xmp:CreateDate>2012</xmp:CreateDate>',
      ),
    );
    expect(Object.fromEntries(values)).toEqual({
      'dc:subject': ['Käse & Brot', '2012'],
      'dc:title': ['A <b> 🐈'],
      'xmp:Rating': ['4'],
      'xmp:CreateDate': ['2012'],
      'photoshop:DateCreated': ['2013-09-23'],
    });
  });

  test('T03: with a DTD or entities is refused whole, and unknown entities stay as they are', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + packet('<xmp:CreateDate>&b;</xmp:CreateDate>');
    expect(readXmp(bomb).size).toBe(0);
    expect(readXmp(packet('<xmp:CreateDate>&b;</xmp:CreateDate>')).get('xmp:CreateDate')).toEqual(['&b;']);
  });

  test('T17: that never closes its elements, or is larger than 512 KB, costs nothing', () => {
    expect(readXmp('<dc:title><rdf:li'.repeat(20_000)).size).toBe(0);
    expect(readXmp(packet('x'.repeat(600_000))).size).toBe(0);
  });
});

describe('IPTC', () => {
  const dataset = (key: number, bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from([0x1c, 2, key, bytes.length >> 8, bytes.length & 255]), bytes]);

  test('is read as UTF-8 where it is that, else as Latin-1, in or out of a Photoshop block', () => {
    const block = Buffer.concat([
      dataset(25, Buffer.from('Käse')),
      dataset(25, Buffer.from('Käse', 'latin1')),
      dataset(120, Buffer.from('Der Goalie')),
    ]);
    const resource = Buffer.concat([Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x20', 'latin1'), block]);
    for (const source of [block, resource]) {
      expect(readIptc(source).get(25)).toEqual(['Käse', 'Käse']);
      expect(readIptc(source).get(120)).toEqual(['Der Goalie']);
    }
  });

  test('that is cut off or nonsense gives what stands before the fault', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => readIptc(Buffer.from(bytes)).size >= 0));
    expect(readIptc(Buffer.concat([dataset(5, Buffer.from('Title')), Buffer.from([0x1c, 2, 120, 0xff, 0xff, 1])])).get(5)).toEqual([
      'Title',
    ]);
  });
});

describe('a text', () => {
  test('ends at NUL and falls back from UTF-8 to Windows-1252', () => {
    expect(decodeText(Buffer.from('Frühstück\0rest'))).toBe('Frühstück');
    expect(decodeText(Buffer.from('Frühstück', 'latin1'))).toBe('Frühstück');
  });

  test.each([
    'SONY DSC',
    'OLYMPUS DIGITAL CAMERA',
    'KODAK Digital Still Camera',
    'Exif_JPEG_PICTURE',
    'charset=InvalidCharsetId binary comment',
    ' \0 ',
    '',
  ])('%j describes nothing', (text) => expect(tidyDescription(text)).toBeNull());

  test('T09: keeps markup and formulas as the data they are, without control characters', () => {
    expect(tidyDescription('<img onerror=alert(1)>\r\n-execute\x1b[31m')).toBe('<img onerror=alert(1)>\n-execute[31m');
    expect(tidyDescription('x'.repeat(20_000))).toHaveLength(10_000);
  });
});

describe('a place', () => {
  test('has its signs from its letters', () => {
    expect(degreesOf([33, 51, 24.48], 'S')).toBeCloseTo(-33.8568, 6);
    expect(degreesOf([70, 30, 0], 'W')).toBe(-70.5);
    expect(degreesOf([70, 30, 0], '')).toBeNull();
    expect(degreesOf([Number.NaN], 'N')).toBeNull();
    expect(degreesOfXmp('39,6.9N')).toBeCloseTo(39.115, 9);
    expect(parseIso6709('+41.2203-096.0716+320.1/')).toEqual({ latitude: 41.2203, longitude: -96.0716 });
  });

  test('out of range, half missing, or at 0,0 is none', () => {
    expect([toPlace(91, 0), toPlace(0, 181), toPlace(1, null), toPlace(0, 0), toPlace(Number.NaN, 1)]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
    expect(toPlace(0, 6.5)).toEqual({ latitude: 0, longitude: 6.5 });
  });
});

describe('a camera', () => {
  test.each([
    ['NIKON CORPORATION', 'NIKON D70', 'Nikon D70'],
    ['Canon', 'Canon EOS 40D', 'Canon EOS 40D'],
    ['SONY', 'DSC-D700', 'Sony DSC-D700'],
    ['samsung', 'SM-G930F', 'Samsung SM-G930F'],
    ['OLYMPUS IMAGING CORP.  ', 'E-M5  ', 'Olympus E-M5'],
    ['EASTMAN KODAK COMPANY', 'KODAK DC280', 'Kodak DC280'],
    ['LG', 'LG-H815', 'LG H815'],
    [undefined, 'X100', 'X100'],
    ['Apple', undefined, 'Apple'],
    ['', ' ', null],
  ])('%j and %j is %j', (make, model, name) => expect(cameraName(make, model)).toBe(name));

  test('has its exposure in the parts that are known', () => {
    expect(exposureText({ focalLength: 35, aperture: 5.6, seconds: 1 / 320, iso: [200, 0] })).toBe('35 mm · f/5.6 · 1/320 s · ISO 200');
    expect(exposureText({ focalLength: 0, aperture: Number.NaN, seconds: 2, iso: 'x' })).toBe('2 s');
    expect(exposureText({ focalLength: null, aperture: null, seconds: null, iso: null })).toBeNull();
  });
});

describe('a Live Photo', () => {
  test('has its identifier in tag 17 of the maker note', () => {
    const id = '0E9A1F1C-1111-4222-8333-444455556666';
    const note = Buffer.concat([
      Buffer.from('Apple iOS\0\0\x01MM', 'latin1'),
      Buffer.from([0, 1, 0, 0x11, 0, 2, 0, 0, 0, id.length + 1, 0, 0, 0, 32, 0, 0, 0, 0]),
      Buffer.from(`${id}\0`),
    ]);
    expect(readLivePhotoId(note)).toBe(id);
    expect(readLivePhotoId(note.subarray(0, 40))).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => readLivePhotoId(Buffer.concat([note.subarray(0, 14), bytes])) !== undefined),
    );
  });

  test('has it in the container of its video', () => {
    const tags = new Map([
      ['com.apple.quicktime.content.identifier', 'ABC'],
      ['com.apple.quicktime.creationdate', '2019-03-21T11:04:22-0500'],
      ['creation_time', '1904-01-01T00:00:00.000000Z'],
    ]);
    expect(readVideoMetadata(tags)).toMatchObject({
      livePhotoId: 'ABC',
      takenLocal: '2019-03-21T11:04:22.000',
      takenOffsetMinutes: -300,
      takenSource: 'container',
    });
  });
});

test('a video whose clock was never set has no date', () => {
  expect(readVideoMetadata(new Map([['creation_time', '1904-01-01T00:00:00.000000Z']]))).toMatchObject({
    takenLocal: null,
    takenSource: null,
  });
});

test('EXIF that is no TIFF, loops, or counts beyond its end gives nothing and never throws', async () => {
  const loop = Buffer.from('49492a0008000000010069870400010000000800000008000000', 'hex');
  const blocks = [loop, Buffer.from('nonsense'), Buffer.alloc(0), Buffer.from('4d4d002a00000008ffff', 'hex')];
  for (const exif of blocks)
    await expect(readPhotoMetadata({ exif, iptc: null, xmp: null })).resolves.toMatchObject({ takenLocal: null, camera: null });
});
