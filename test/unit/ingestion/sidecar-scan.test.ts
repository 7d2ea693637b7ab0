import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { SidecarScan } from '../../../server/ingestion/sidecar-scan.js';
import { walkFolder, type FoundFile } from '../../../server/ingestion/sources/folder.source.js';
import type { CheckedSidecar } from '../../../server/repositories/sidecar.repository.js';
import { PictureFolder } from '../../support/pictures.js';

const row = (path: string, fields: Partial<CheckedSidecar> = {}): CheckedSidecar => ({
  ...{ documentId: 'd', rootId: 'r', path, revision: 1, contentHash: null, hash: '', bytes: 10, modifiedMs: 1_000.25 },
  ...{ checkedAt: new Date(10_000), writtenAt: new Date(1_000) },
  ...fields,
});
const scanOf = (...rows: CheckedSidecar[]): SidecarScan => new SidecarScan(new Map(rows.map((one) => [one.path, one])));
const found = (path: string, bytes = 10, modifiedMs = 1_000.25): FoundFile => ({ path, bytes, modifiedMs });

describe('Sidecars found in a folder', () => {
  test('are changed when they are new, or of another size or time', () => {
    const scan = scanOf(row('same.jpg.annotation.json'), row('larger.jpg.annotation.json'), row('later.jpg.annotation.json'));
    scan.see(found('same.jpg.annotation.json'));
    scan.see(found('larger.jpg.annotation.json', 11));
    scan.see(found('later.jpg.annotation.json', 10, 1_000.5));
    scan.see(found('deep/new.jpg.annotation.json'));
    expect([...scan.changed]).toEqual(['larger.jpg', 'later.jpg', 'deep/new.jpg']);
    expect(scan.listVanished([])).toEqual([]);
  });

  test('T37 one that was read within a tick of its file system is read again: it may have changed and kept its time', () => {
    const scan = scanOf(
      row('a.jpg.annotation.json', { checkedAt: new Date(2_999) }),
      row('b.jpg.annotation.json', { checkedAt: new Date(3_001) }),
    );
    scan.see(found('a.jpg.annotation.json'));
    scan.see(found('b.jpg.annotation.json'));
    expect([...scan.changed]).toEqual(['a.jpg']);
  });

  test('T43 are gone when they are not found, unless their folder could not be read', () => {
    const scan = scanOf(row('a.jpg.annotation.json'), row('closed/b.jpg.annotation.json'), row('closed too/c.jpg.annotation.json'));
    expect(scan.listVanished(['closed']).map(({ path }) => path)).toEqual(['a.jpg.annotation.json', 'closed too/c.jpg.annotation.json']);
    expect(scan.listVanished([''])).toEqual([]);
  });
});

describe('A walk over a folder', () => {
  const folder = new PictureFolder();
  afterAll(() => folder.remove());

  test('T07 passes sidecars on and does not take them for pictures, nor links or what is being written', async () => {
    mkdirSync(join(folder.path, 'deep'));
    for (const name of [
      'a.jpg',
      'a.jpg.annotation.json',
      'deep/b.jpg.annotation.json',
      '.a.jpg.annotation.json.0123abcd.tmp',
      'other.json',
    ])
      folder.write(name, 'x');
    symlinkSync(join(folder.path, 'other.json'), join(folder.path, 'c.jpg.annotation.json'));
    const sidecars: FoundFile[] = [];
    const files: string[] = [];
    for await (const { path } of walkFolder(
      folder.path,
      () => undefined,
      (file) => sidecars.push(file),
    ))
      files.push(path);
    expect(files).toEqual(['a.jpg']);
    expect(sidecars.map(({ path, bytes }) => [path, bytes])).toEqual([
      ['a.jpg.annotation.json', 1],
      ['deep/b.jpg.annotation.json', 1],
    ]);
  });
});
