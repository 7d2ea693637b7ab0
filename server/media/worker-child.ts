import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loaderFor } from '../child-program.js';
import { killGroup, type ReplyMessage, type TaskMessage, type TaskResult } from './worker-protocol.js';

/** How one task ended. */
export type Outcome = TaskResult | { readonly kind: 'crashed'; readonly detail: string } | { readonly kind: 'timed-out' };

/** What a child is started with. */
export interface ChildOptions {
  readonly workerFile: URL;
  /** Passed as JSON, with `tempDir` added: a folder that goes when the child goes. */
  readonly settings: object;
  /** Time without a sign of life after which a task counts as stuck. */
  readonly timeoutMs: number;
}

// Loading sharp takes 0.4 s, and on a machine at its limits many times that: not the task's fault.
const START_MS = 15_000;
const MAX_HEAP_MB = 512;
const MAX_STDERR = 2_000;

/** One child process that works on one task at a time; in a process group of its own, so that a kill takes ffmpeg along. */
export class WorkerChild {
  readonly #process: ChildProcess;
  readonly #tempDir = mkdtempSync(join(tmpdir(), 'image-explorer-'));
  readonly #gone: Promise<void>;
  #stderr = '';
  #pending: { id: number; settle: (outcome: Outcome) => void } | null = null;
  #timer: NodeJS.Timeout | null = null;
  #isReady = false;
  #isGone = false;

  constructor(private readonly options: ChildOptions) {
    this.#process = fork(fileURLToPath(options.workerFile), [JSON.stringify({ ...options.settings, tempDir: this.#tempDir })], {
      execArgv: [`--max-old-space-size=${MAX_HEAP_MB}`, ...loaderFor(options.workerFile)],
      serialization: 'advanced',
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#process.on('message', (message: ReplyMessage) => this.#receive(message));
    this.#process.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#stderr = (this.#stderr + text).slice(-MAX_STDERR);
    });
    this.#gone = new Promise((resolve) => {
      const end = (): void => this.#end(resolve);
      this.#process.once('exit', end).once('error', end);
    });
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  get isIdle(): boolean {
    return !this.#isGone && this.#pending === null;
  }

  /** Runs one task; never rejects. The child is of no more use after `crashed` or `timed-out`. */
  run(message: TaskMessage): Promise<Outcome> {
    return new Promise((settle) => {
      this.#pending = { id: message.id, settle };
      this.#restartTimer();
      this.#process.send(message, (error) => error && this.kill());
    });
  }

  /** Kills the child and what it started. */
  kill(): void {
    if (this.#process.pid !== undefined) killGroup(this.#process.pid);
  }

  /** Kills and waits until the process is gone. */
  async close(): Promise<void> {
    this.kill();
    await this.#gone;
  }

  #receive(message: ReplyMessage): void {
    this.#isReady = true;
    if (message.kind === 'alive') this.#restartTimer();
    else if (message.id === this.#pending?.id) this.#settle(message);
  }

  #restartTimer(): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (!this.#pending) return;
    this.#timer = setTimeout(
      () => {
        this.#isGone = true;
        this.kill();
        this.#settle({ kind: 'timed-out' });
      },
      this.options.timeoutMs + (this.#isReady ? 0 : START_MS),
    );
  }

  #settle(outcome: Outcome): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const pending = this.#pending;
    this.#pending = null;
    pending?.settle(outcome);
  }

  #end(resolve: () => void): void {
    this.#isGone = true;
    // The child may be gone while its ffmpeg is not.
    this.kill();
    rmSync(this.#tempDir, { recursive: true, force: true });
    const { exitCode, signalCode } = this.#process;
    this.#settle({ kind: 'crashed', detail: `exit ${exitCode ?? signalCode ?? 'before start'}: ${this.#stderr}` });
    resolve();
  }
}
