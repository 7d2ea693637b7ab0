import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { transformSync } from '@swc/core';

const projectDir = resolve(import.meta.dirname, '../..');
const FOLDERS = ['server', 'jobs', 'migrations', 'test/support'];

/**
 * The project's programs as JavaScript, in a folder laid out as the project is. A program that is started a hundred times starts in half the
 * time of one that is compiled at every start.
 */
export function compilePrograms(): string {
  const paths = FOLDERS.flatMap((folder) =>
    readdirSync(join(projectDir, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(projectDir.length + 1)),
  ).sort();
  const folder = join(tmpdir(), 'image-explorer-compiled', keyOf(paths));
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${process.pid}`;
  for (const path of paths) compileOne(path, draft);
  cpSync(join(projectDir, 'package.json'), join(draft, 'package.json'));
  symlinkSync(join(projectDir, 'node_modules'), join(draft, 'node_modules'));
  try {
    renameSync(draft, folder);
  } catch {
    // Another jest worker was quicker: what it compiled is as good.
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** Where a program of the project lies in it. */
export function compiledPath(file: string): string {
  return join(compilePrograms(), file.replace(/\.ts$/, '.js'));
}

function compileOne(path: string, target: string): void {
  const [from, to] = [join(projectDir, path), join(target, path)];
  mkdirSync(dirname(to), { recursive: true });
  if (!path.endsWith('.ts')) return cpSync(from, to);
  const { code } = transformSync(readFileSync(from, 'utf8'), { filename: from, swcrc: false, ...transformOptions() });
  writeFileSync(to.replace(/\.ts$/, '.js'), code);
}

// The same as of the tests themselves.
function transformOptions(): object {
  const { jest } = JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as {
    jest: { transform: Record<string, [string, object]> };
  };
  return { ...jest.transform['\\.ts$']?.[1], module: { type: 'es6' } };
}

function keyOf(paths: readonly string[]): string {
  const hash = createHash('sha256').update(projectDir);
  for (const path of ['package.json', ...paths]) hash.update(path).update(readFileSync(join(projectDir, path)));
  return hash.digest('hex').slice(0, 16);
}
