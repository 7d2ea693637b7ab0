import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeProcessLock } from '../../../server/database/process-lock.js';

describe('the process lock', () => {
  let folder = '';
  let path = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'image-explorer-lock-'));
    path = join(folder, 'database.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('names its holder, and is gone after release', () => {
    const lock = takeProcessLock(path);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid });
    lock.release();
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is refused while its holder lives, with a sentence that names the process and the way out', () => {
    takeProcessLock(path);
    expect(() => takeProcessLock(path)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
    expect(() => takeProcessLock(path)).toThrow(new RegExp(`process ${process.pid}\\b.*npm run job`));
  });

  test('is refused while another process holds it', async () => {
    const other = spawn('sleep', ['60']);
    try {
      writeFileSync(path, JSON.stringify({ pid: other.pid, started: null }));
      expect(() => takeProcessLock(path)).toThrow(`process ${other.pid}`);
    } finally {
      other.kill();
      await once(other, 'exit');
    }
    takeProcessLock(path).release();
  });

  test.each([
    ['of a process that is dead', () => JSON.stringify({ pid: spawnSync('true').pid, started: '1' })],
    ['of a process whose pid was given out again', () => JSON.stringify({ pid: process.pid, started: '1' })],
    ['that is empty', () => ''],
    ['that is torn', () => '{"pid":'],
    ['that names no process', () => '{"pid":-1}'],
  ])('a lock %s is taken over', (_name, content) => {
    writeFileSync(path, content());
    const lock = takeProcessLock(path);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ pid: process.pid });
    expect(readdirSync(folder)).toEqual(['database.lock']);
    lock.release();
    expect(existsSync(path)).toBe(false);
  });

  test('releasing leaves a lock alone that someone else took over', () => {
    const lock = takeProcessLock(path);
    writeFileSync(path, '{"pid":1,"started":null}');
    lock.release();
    expect(existsSync(path)).toBe(true);
  });
});
