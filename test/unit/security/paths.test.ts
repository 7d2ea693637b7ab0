import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { parseSourcePath, resolveInside } from '../../../server/security/paths.js';
import { hostilePaths } from '../../support/hostile-paths.js';

let folder: string;
let root: string;

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'paths-')));
  root = join(folder, 'photos');
  await mkdir(join(root, 'year'), { recursive: true });
  await mkdir(join(folder, 'photos-evil'));
  await writeFile(join(root, 'year', 'a b.jpg'), 'inside');
  await writeFile(join(root, '100%2e.jpg'), 'inside');
  await writeFile(join(folder, 'secret.txt'), 'outside');
  await writeFile(join(folder, 'photos-evil', 'secret.txt'), 'outside');
  await symlink(join(folder, 'secret.txt'), join(root, 'link-out.jpg'));
  await symlink(folder, join(root, 'folder-out'));
  await symlink(join(root, 'year', 'a b.jpg'), join(root, 'link-in.jpg'));
  await symlink(join(root, 'loop-b'), join(root, 'loop-a'));
  await symlink(join(root, 'loop-a'), join(root, 'loop-b'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('resolveInside', () => {
  test('T06 answers all of 200 and more ways out of the root with the same NOT_FOUND', async () => {
    const attempts = [...hostilePaths(), 'a'.repeat(5_000), 'loop-a'];
    expect(attempts.length).toBeGreaterThanOrEqual(200);
    const answers = await Promise.all(
      attempts.map((path) =>
        resolveInside(root, path).then(
          (found) => found,
          (error: { code: string; message: string }) => `${error.code} ${error.message}`,
        ),
      ),
    );
    expect(new Set(answers)).toEqual(new Set(['NOT_FOUND There is no such picture in the archive.']));
  });

  test('T06 takes a name as it stands on disk and decodes nothing', async () => {
    expect(await resolveInside(root, 'year/a b.jpg')).toBe(join(root, 'year', 'a b.jpg'));
    expect(await resolveInside(root, '100%2e.jpg')).toBe(join(root, '100%2e.jpg'));
    await expect(resolveInside(root, 'year/a%20b.jpg')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('T06 follows a link that stays inside and refuses those that lead out', async () => {
    expect(await resolveInside(root, 'link-in.jpg')).toBe(join(root, 'year', 'a b.jpg'));
    await expect(resolveInside(root, 'link-out.jpg')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('T06 a root that is gone is NOT_FOUND too, and the root of the disk is a root', async () => {
    await expect(resolveInside(join(folder, 'gone'), 'a.jpg')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await resolveInside(sep, join(root, 'year', 'a b.jpg').slice(1))).toBe(join(root, 'year', 'a b.jpg'));
  });

  test('T06 whatever is asked, the answer lies inside the root', async () => {
    const part = fc.oneof(fc.constantFrom('..', '.', 'year', 'folder-out', 'secret.txt', 'photos-evil', 'a b.jpg', ''), fc.string());
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 6 }), async (parts) => {
        const found = await resolveInside(root, parts.join('/')).catch(() => null);
        expect(found === null || found.startsWith(root + sep)).toBe(true);
      }),
    );
  });
});

describe('parseSourcePath', () => {
  test('splits at the first slash', () => {
    expect(parseSourcePath('Photos 2020/year/a.jpg')).toEqual({ rootName: 'Photos 2020', path: 'year/a.jpg' });
  });

  test.each(['', '/', 'root', 'root/', '/etc/passwd', '../etc', 'root/../x', 'root/a\0', 'root//etc/passwd', '..\\x/y'])(
    'T06 refuses %j',
    (sourcePath) => {
      expect(() => parseSourcePath(sourcePath)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
    },
  );
});
