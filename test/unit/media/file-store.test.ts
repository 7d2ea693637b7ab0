import { afterAll, describe, expect, test } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FileStore, writeAtomically } from '../../../server/media/file-store.js';

const dataDir = mkdtempSync(join(tmpdir(), 'store-'));
const store = new FileStore(dataDir);
const hash = (digit: string): string => digit.repeat(64);

afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function largeThumbnail(digit: string, bytes: number, ageSeconds: number): string {
  const path = join(store.thumbnailDir(hash(digit)), '1440.jpg');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, Buffer.alloc(bytes));
  utimesSync(path, new Date(), new Date(Date.now() - ageSeconds * 1000));
  return path;
}

describe('the store of thumbnails', () => {
  test('T06: names a folder by content hash only', () => {
    expect(store.thumbnailDir(hash('a'))).toBe(join(dataDir, 'thumbnails', 'aa', 'aa', hash('a')));
    for (const wrong of ['../../etc', hash('A'), `${hash('a')}/..`, '']) expect(() => store.thumbnailDir(wrong)).toThrow(TypeError);
  });

  test('T36: readers see old or new content while many write, and nothing else is left', async () => {
    const path = join(store.thumbnailDir(hash('b')), '512.jpg');
    const contents = Array.from({ length: 20 }, (_, index) => Buffer.alloc(200_000, index));
    await Promise.all(contents.map((bytes) => writeAtomically(path, bytes)));
    expect(new Set(readFileSync(path)).size).toBe(1);
    expect(readdirSync(dirname(path))).toEqual(['512.jpg']);
  });

  test('T41: a write that fails leaves neither a part nor a temporary', async () => {
    const path = join(dataDir, 'occupied');
    mkdirSync(join(path, 'full'), { recursive: true });
    await expect(writeAtomically(path, Buffer.from('x'))).rejects.toThrow();
    expect(readdirSync(dataDir).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  test('keeps large thumbnails under the cap by removing the longest unused', async () => {
    const [old, used, fresh] = [largeThumbnail('c', 1000, 300), largeThumbnail('d', 1000, 200), largeThumbnail('e', 1000, 100)];
    await store.touch(used);
    await expect(store.tidy({ maxLargeBytes: 1500 })).resolves.toMatchObject({ evicted: 2 });
    expect([existsSync(old), existsSync(used), existsSync(fresh)]).toEqual([false, true, false]);
  });

  test('sweeps temporaries of an hour ago and spares young ones', async () => {
    const folder = store.thumbnailDir(hash('b'));
    const [stale, young] = [join(folder, '512.jpg.1-ab.tmp'), join(folder, '512.jpg.2-cd.tmp')];
    for (const path of [stale, young]) writeFileSync(path, 'x');
    utimesSync(stale, new Date(), new Date(Date.now() - 4_000_000));
    await expect(store.tidy({ maxLargeBytes: 1e9 })).resolves.toMatchObject({ temporaries: 1 });
    expect([existsSync(stale), existsSync(young)]).toEqual([false, true]);
  });

  test('removes all of one content hash and empty folders above it', async () => {
    largeThumbnail('f', 10, 0);
    await store.remove(hash('f'));
    expect(existsSync(join(dataDir, 'thumbnails', 'ff'))).toBe(false);
    await expect(store.remove(hash('f'))).resolves.toBeUndefined();
  });

  test('that does not exist yet has nothing to tidy', async () => {
    await expect(new FileStore(join(dataDir, 'nowhere')).tidy({ maxLargeBytes: 0 })).resolves.toEqual({ temporaries: 0, evicted: 0 });
  });
});
