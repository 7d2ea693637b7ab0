import { describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { renderXmp, type XmpContent } from '../../../server/media/xmp.js';
import { describeWith } from '../../support/requirements.js';

const nothing: XmpContent = { title: null, description: null, keywords: [], people: [], faces: [], width: 400, height: 300 };

function readByExiftool(content: XmpContent): Record<string, unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'xmp-'));
  try {
    writeFileSync(join(folder, 'a.xmp'), renderXmp(content));
    const tags = ['-XMP:Title', '-XMP:Description', '-XMP:Subject', '-XMP:PersonInImage', '-XMP:RegionInfo', '-Warning', '-Error'];
    const answer = execFileSync('exiftool', ['-j', '-struct', '-charset', 'utf8', ...tags, join(folder, 'a.xmp')], { encoding: 'utf8' });
    return (JSON.parse(answer) as Record<string, unknown>[])[0] ?? {};
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('The text of an XMP file', () => {
  test('T09 no words can leave the place where they stand', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const text = renderXmp({
          ...nothing,
          title: words,
          keywords: [words],
          people: [words],
          faces: [{ name: words, box: [0, 0, 1, 1] }],
        });
        const plain = renderXmp({ ...nothing, title: 'x', keywords: ['x'], people: ['x'], faces: [{ name: 'x', box: [0, 0, 1, 1] }] });
        expect(text.split('<').length).toBe(plain.split('<').length);
        expect(text.split('"').length).toBe(plain.split('"').length);
        expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
      }),
    );
  });

  test('says nothing of what is not known', () => {
    expect(renderXmp(nothing)).not.toMatch(/dc:title|dc:subject|Person|Regions:|Rating/);
  });
});

describeWith('exiftool', 'An XMP file as another program reads it', () => {
  test('has title, description, keywords, people and faces by the middle of their boxes', () => {
    const read = readByExiftool({
      ...{ width: 4000, height: 3000 },
      title: 'Sea & "sand" <1999>',
      description: 'First line\nsecond, with ü and 海',
      keywords: ['sea', 'a/b', "it's"],
      people: ['Anna', 'Bert & Co'],
      faces: [{ name: 'Anna', box: [0.1, 0.2, 0.2, 0.4] }],
    });
    expect(read).toMatchObject({
      Title: 'Sea & "sand" <1999>',
      Description: 'First line\nsecond, with ü and 海',
      Subject: ['sea', 'a/b', "it's"],
      PersonInImage: ['Anna', 'Bert & Co'],
      RegionInfo: {
        AppliedToDimensions: { W: 4000, H: 3000, Unit: 'pixel' },
        RegionList: [{ Name: 'Anna', Type: 'Face', Area: { X: 0.2, Y: 0.4, W: 0.2, H: 0.4, Unit: 'normalized' } }],
      },
    });
    expect(read).not.toHaveProperty('Warning');
    expect(read).not.toHaveProperty('Error');
  });

  test('T09 is well-formed whatever the words are', () => {
    const words = ']]> <!-- & &amp; \u0000 \u001b[31m \uFFFE \uD800 <?x?> "\'';
    const read = readByExiftool({ ...nothing, title: words, keywords: [words] });
    expect(read).not.toHaveProperty('Warning');
    expect(read.Title).toContain(']]> <!-- & &amp; ');
  });
});
