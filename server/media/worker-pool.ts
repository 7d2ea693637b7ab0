import { AppError } from '../errors.js';
import type { Log } from '../logging.js';
import { MediaError } from './analysis.js';
import { WorkerChild, type ChildOptions, type Outcome } from './worker-child.js';

/** `asked`: someone waits for it; `background`: ingestion. */
export type Lane = 'asked' | 'background';

/** How many children a pool has, what may wait, and when a child is replaced. */
export interface PoolOptions extends ChildOptions {
  /** Children for background work; what is asked for may take one more. */
  readonly workers: number;
  /** Tasks that may wait; one more is refused, so that a flood cannot fill the memory. */
  readonly maxWaiting: number;
  /** A child that holds more after a task is replaced: WebAssembly never gives memory back. */
  readonly recycleRssBytes: number;
  readonly log: Log;
}

interface Job {
  readonly id: number;
  readonly task: string;
  readonly args: readonly unknown[];
  readonly lane: Lane;
  crashes: number;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

// A task that kills two children is the cause; one may have been bad luck (memory taken by another program).
const MAX_CRASHES = 2;
const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 5_000;

/** Runs tasks in child processes: what crashes or hangs there fails one task and nothing else. */
export class WorkerPool {
  readonly #children = new Map<WorkerChild, Lane | null>();
  readonly #leaving = new Set<WorkerChild>();
  readonly #waiting: Record<Lane, Job[]> = { asked: [], background: [] };
  #lastId = 0;
  #crashesInARow = 0;
  #pause: NodeJS.Timeout | null = null;
  #isClosed = false;

  constructor(private readonly options: PoolOptions) {}

  /** Runs a task by name. Rejects with MediaError for what the file is to blame for, AppError UNAVAILABLE when too much waits. */
  run(task: string, args: readonly unknown[], lane: Lane): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const isFull = this.#waiting.asked.length + this.#waiting.background.length >= this.options.maxWaiting;
      if (this.#isClosed || isFull) {
        reject(
          new AppError(
            'UNAVAILABLE',
            this.#isClosed ? 'The server is stopping.' : 'Too many pictures are waiting to be read. Try again soon.',
          ),
        );
        return;
      }
      this.#waiting[lane].push({ id: (this.#lastId += 1), task, args, lane, crashes: 0, resolve, reject });
      this.#startWaiting();
    });
  }

  /** Refuses what waits, kills the children and waits until they are gone. */
  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#pause) clearTimeout(this.#pause);
    const stopping = new AppError('UNAVAILABLE', 'The server is stopping.');
    for (const job of [...this.#waiting.asked.splice(0), ...this.#waiting.background.splice(0)]) job.reject(stopping);
    await Promise.all([...this.#children.keys(), ...this.#leaving].map((child) => child.close()));
  }

  #startWaiting(): void {
    while (!this.#isClosed) {
      const lane = this.#nextLane();
      const child = lane && this.#findChild(lane);
      const job = child && this.#waiting[lane].shift();
      if (!job) return;
      this.#children.set(child, lane);
      void child.run({ id: job.id, task: job.task, args: job.args }).then((outcome) => this.#finish(job, child, outcome));
    }
  }

  #nextLane(): Lane | null {
    if (this.#waiting.asked.length > 0) return 'asked';
    const busy = [...this.#children.values()].filter((lane) => lane === 'background').length;
    return this.#waiting.background.length > 0 && busy < this.options.workers ? 'background' : null;
  }

  #findChild(lane: Lane): WorkerChild | null {
    for (const child of this.#children.keys()) if (child.isIdle) return child;
    const most = this.options.workers + (lane === 'asked' ? 1 : 0);
    if (this.#pause || this.#children.size >= most) return null;
    const child = new WorkerChild(this.options);
    this.#children.set(child, null);
    return child;
  }

  #finish(job: Job, child: WorkerChild, outcome: Outcome): void {
    this.#children.set(child, null);
    const isSpent = outcome.kind === 'done' && outcome.rssBytes > this.options.recycleRssBytes;
    if (isSpent || child.isGone) this.#dismiss(child);
    if (outcome.kind === 'crashed') this.#afterCrash(job, outcome.detail);
    else {
      this.#crashesInARow = 0;
      settle(job, outcome, this.options.log);
    }
    this.#startWaiting();
  }

  #dismiss(child: WorkerChild): void {
    this.#children.delete(child);
    this.#leaving.add(child);
    void child.close().then(() => this.#leaving.delete(child));
  }

  #afterCrash(job: Job, detail: string): void {
    this.options.log.warn({ task: job.task, detail }, 'a media child process crashed');
    this.#pauseStarts();
    job.crashes += 1;
    if (this.#isClosed) job.reject(new AppError('UNAVAILABLE', 'The server is stopping.'));
    else if (job.crashes < MAX_CRASHES) this.#waiting[job.lane].unshift(job);
    else job.reject(new MediaError('crashed', 'Decoding this file ended the decoder twice; it is left alone from now on.'));
  }

  /** Children that crash at once must not be restarted at once, for ever. */
  #pauseStarts(): void {
    if (this.#pause || this.#isClosed) return;
    const delayMs = Math.min(MAX_DELAY_MS, FIRST_DELAY_MS * 2 ** this.#crashesInARow);
    this.#crashesInARow += 1;
    this.#pause = setTimeout(() => {
      this.#pause = null;
      this.#startWaiting();
    }, delayMs);
  }
}

function settle(job: Job, outcome: Exclude<Outcome, { kind: 'crashed' }>, log: Log): void {
  if (outcome.kind === 'done') job.resolve(outcome.value);
  else if (outcome.kind === 'refused') job.reject(new MediaError(outcome.code, outcome.message));
  else if (outcome.kind === 'timed-out') job.reject(new MediaError('timed-out', 'Reading this file took longer than one may take.'));
  else {
    log.error({ task: job.task, stack: outcome.stack }, 'a media task failed');
    job.reject(new Error(outcome.message));
  }
}
