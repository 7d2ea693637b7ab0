import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RootService } from '../../../server/services/root.service.js';
import { openEmbeddedForTest, type TestDatabase } from '../../support/databases.js';
import { waitUntil } from '../../support/processes.js';
import { describeWith } from '../../support/requirements.js';
import { SidecarArchive } from '../../support/sidecar-archive.js';

function append(path: string, size: number): boolean {
  try {
    writeFileSync(path, Buffer.alloc(size), { flag: 'a' });
    return true;
  } catch {
    return false;
  }
}

describeWith('mount', 'Sidecars on a disk that has no room or may not be written to', () => {
  let database: TestDatabase;
  let archive: SidecarArchive;
  let folder: string;
  let id: string;
  const mount = (...parts: string[]): void => void execFileSync('mount', parts);

  beforeAll(async () => {
    folder = mkdtempSync(join(realpathSync(tmpdir()), 'small-disk-'));
    mount('-t', 'tmpfs', '-o', 'size=256k', 'none', folder);
    database = await openEmbeddedForTest();
    archive = await SidecarArchive.open(database, 'small disk', folder);
    id = await archive.add('picture.jpg');
    await archive.say(id, { title: 'First' });
    expect(await archive.write()).toEqual([]);
  }, 60_000);
  afterAll(async () => {
    await archive.sidecars.pump.close();
    await database.close();
    execFileSync('umount', [folder]);
    rmSync(folder, { recursive: true });
  });

  /** Fills the disk to its last byte; returns how to empty it. */
  const fill = (): (() => void) => {
    const filler = join(folder, 'filler');
    writeFileSync(filler, '');
    for (const size of [16_384, 4096, 512, 1]) while (append(filler, size));
    return () => rmSync(filler);
  };

  test('T41 a full disk is told of in a sentence, the sidecar that was there stays whole, and nothing is left behind', async () => {
    const empty = fill();
    await archive.say(id, { title: 'Second', description: 'words '.repeat(200) });
    expect(await archive.write()).toEqual([expect.stringContaining('The disk is full.')]);
    expect(archive.read('picture.jpg').annotations).toMatchObject({ title: { value: 'First' } });
    expect(archive.strays()).toEqual([]);
    expect(await archive.valuesOf(id)).toMatchObject({ title: 'Second' });
    expect(await archive.sidecars.service.describe([id])).toMatchObject([
      { state: 'failing', message: expect.stringContaining('full') as unknown },
    ]);
    expect(await archive.sidecars.service.count()).toMatchObject({ pending: 1, failing: 1 });
    empty();
    expect(await archive.write()).toEqual([]);
    expect(archive.read('picture.jpg').annotations).toMatchObject({ title: { value: 'Second' } });
  });

  test('T41 a disk that becomes read-only is told of, and once it is writable again writing resumes by itself', async () => {
    mount('-o', 'remount,ro', folder);
    await archive.say(id, { title: 'Third' });
    expect(await archive.write()).toEqual([expect.stringContaining('read-only')]);
    archive.sidecars.pump.start(archive.ledger);
    mount('-o', 'remount,rw', folder);
    await waitUntil(async () => (await archive.standingOf(id))?.isPending === false, 60_000);
    expect(archive.read('picture.jpg').annotations).toMatchObject({ title: { value: 'Third' } });
    expect(await archive.sidecars.service.describe([id])).toMatchObject([{ state: 'written', message: null }]);
  }, 90_000);

  test('T41 a folder that is read-only when it is added keeps its sidecars in the data folder', async () => {
    const other = mkdtempSync(join(realpathSync(tmpdir()), 'read-only-'));
    mount('-t', 'tmpfs', '-o', 'ro,size=64k', 'none', other);
    try {
      expect((await new RootService(database.repositories.roots).open(other)).sidecars).toBe('apart');
    } finally {
      execFileSync('umount', [other]);
      rmSync(other, { recursive: true });
    }
  });
});
