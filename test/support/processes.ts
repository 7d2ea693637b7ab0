import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { compiledPath } from './compiled-programs.js';

const projectDir = resolve(import.meta.dirname, '../..');
/** How long a test of a start may take: the first one of a fresh clone builds the client. */
export const FIRST_START_MS = 300_000;

const POLL_MS = 10;
const PATIENCE_MS = 120_000;

/** One of the project's programs, running in a process group of its own. */
export interface Program {
  readonly pid: number;
  /** What it has written so far. */
  readonly output: () => { readonly out: string; readonly err: string };
  /** How it ended; never rejects. */
  readonly exited: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  readonly isRunning: () => boolean;
  /** Waits until standard output has what is looked for; throws with all that was written when it ends or takes too long. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
  signal(name: NodeJS.Signals): void;
  /** Kills the whole group at once and waits until its leader is gone. */
  kill(): Promise<void>;
}

/** A server that listens: its address, and the one-time link under it with its code. */
export interface StartedServer {
  readonly program: Program;
  readonly base: string;
  readonly link: string;
  readonly code: string;
}

const ONE_TIME_LINK = /Open this link once to become its owner: (http:\/\/127\.0\.0\.1:\d+)(\/image-explorer\/setup\?code=([\w-]+))\n/;

/** A home folder with nothing in it, and temporary files of its own, so that a test sees what programs leave behind. */
export class Household {
  readonly home = mkdtempSync(join(tmpdir(), 'household-'));
  readonly temporary = mkdtempSync(join(tmpdir(), 'household-tmp-'));
  readonly #programs: Program[] = [];

  /** Starts `node --import tsx <file> ...` with this environment and nothing of ours but PATH. */
  start(file: string, parts: readonly string[], environment: Readonly<Record<string, string>> = {}): Program {
    return this.#start(['--import', 'tsx', join(projectDir, file), ...parts], environment);
  }

  /** As `start`, compiled before: for what is started again and again and not to see that it starts. */
  startCompiled(file: string, parts: readonly string[], environment: Readonly<Record<string, string>> = {}): Program {
    return this.#start([compiledPath(file), ...parts], environment);
  }

  #start(parts: readonly string[], environment: Readonly<Record<string, string>>): Program {
    const program = startProgram(parts, { HOME: this.home, TMPDIR: this.temporary, ...environment });
    this.#programs.push(program);
    return program;
  }

  /** Starts the server on a free port and waits for the address and the one-time link that it prints. */
  async startServer(folders: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<StartedServer> {
    const program = this.start('server/main.ts', folders, { PORT: '0', CLIP_MODEL: 'builtin', ...environment });
    const [, base = '', link = '', code = ''] = await program.until(ONE_TIME_LINK);
    return { program, base, link, code };
  }

  /** Files that programs left among the temporary ones, after giving orphans time to see that they are alone. */
  async leftovers(): Promise<string[]> {
    const list = (): string[] =>
      readdirSync(this.temporary, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(this.temporary, join(entry.parentPath, entry.name)))
        .filter((path) => !/^(tsx-|node-compile-cache)/.test(path));
    await waitUntil(() => list().length === 0, 15_000).catch(() => undefined);
    return list();
  }

  /** Kills what still runs and removes the folders. */
  async close(): Promise<void> {
    await Promise.all(this.#programs.map((program) => program.kill()));
    rmSync(this.home, { recursive: true, force: true });
    rmSync(this.temporary, { recursive: true, force: true, maxRetries: 15, retryDelay: 200 });
  }
}

/** Waits until something is so; throws when it takes longer. */
export async function waitUntil(isSo: () => boolean | Promise<boolean>, patienceMs = PATIENCE_MS): Promise<void> {
  const end = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`Expected it within ${patienceMs} ms: ${isSo.toString()}`);
    await sleep(POLL_MS);
  }
}

function startProgram(parts: readonly string[], environment: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, parts, {
    cwd: projectDir,
    env: { PATH: process.env.PATH, ...environment },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { out: '', err: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (written.out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (written.err += text));
  const pid = child.pid ?? 0;
  const exited = once(child, 'close').then(([code, signal]) => ({ code: code as number | null, signal: signal as NodeJS.Signals | null }));
  const isRunning = (): boolean => child.exitCode === null && child.signalCode === null;
  return {
    ...{ pid, exited, isRunning, output: () => ({ ...written }) },
    until: async (pattern) => {
      await waitUntil(() => pattern.test(written.out) || !isRunning()).catch(() => undefined);
      const match = pattern.exec(written.out);
      if (!match) throw new Error(`Expected ${String(pattern)} but read:\n${written.out}\n${written.err}`);
      return match;
    },
    signal: (name) => void child.kill(name),
    kill: async () => {
      if (isRunning()) process.kill(-pid, 'SIGKILL');
      await exited;
    },
  };
}
