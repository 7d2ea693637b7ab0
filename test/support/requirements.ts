import { describe, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath, postgresUrl, sharedDir } from './places.js';

export { chromiumPath, postgresUrl, sharedDir };

/** What a machine may lack: test data beside the project, programs, a database server, the right to mount a disk. */
export type Requirement = 'shared' | 'ffmpeg' | 'exiftool' | 'postgres' | 'chromium' | 'mount';

const REASONS: Record<Requirement, () => string | null> = {
  shared: () => (existsSync(join(sharedDir, 'data/manifest.json')) ? null : 'no test data at ../shared (or TEST_SHARED_DIR)'),
  ffmpeg: () => (answers('ffmpeg', '-version') && answers('ffprobe', '-version') ? null : 'ffmpeg and ffprobe are not on PATH'),
  exiftool: () => (answers('exiftool', '-ver') ? null : 'exiftool is not on PATH'),
  postgres: () => (postgresUrl ? null : 'TEST_DATABASE_URL names no PostgreSQL'),
  mount: () => (canMount() ? null : 'disks cannot be mounted here (that needs root)'),
  chromium: () => (chromiumPath ? null : 'no chromium at CHROMIUM_PATH or /usr/bin/chromium'),
};

/** The reasons why tests with these requirements cannot run here; empty when they can. */
export function missing(requirements: readonly Requirement[]): string[] {
  return requirements.map((requirement) => REASONS[requirement]()).filter((reason) => reason !== null);
}

/**
 * `describe`, or where a requirement is missing the same tests skipped under a name that says why; the summary groups them by it.
 * The body runs either way to name its tests: should it fail while skipped (say, on reading absent data), one skipped test stands for all.
 */
export function describeWith(requirements: readonly Requirement[] | Requirement, name: string, body: () => void): void {
  const reasons = missing([requirements].flat());
  if (reasons.length === 0) {
    describe(name, body);
    return;
  }
  describe.skip(`${name} (skipped: ${reasons.join('; ')})`, () => {
    try {
      body();
    } catch {
      test('all of it', () => undefined);
    }
  });
}

let mounts: boolean | null = null;

// Tried once: a container may be root and still not be allowed to.
function canMount(): boolean {
  if (mounts !== null) return mounts;
  const folder = mkdtempSync(join(tmpdir(), 'mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'none', folder], { stdio: 'ignore', timeout: 10_000 });
    execFileSync('umount', [folder], { stdio: 'ignore', timeout: 10_000 });
    mounts = true;
  } catch {
    mounts = false;
  }
  rmSync(folder, { recursive: true, force: true });
  return mounts;
}

function answers(program: string, flag: string): boolean {
  try {
    execFileSync(program, [flag], { stdio: 'ignore', timeout: 10_000 });
    return true;
  } catch {
    return false;
  }
}
