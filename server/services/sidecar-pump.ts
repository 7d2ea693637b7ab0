import { AppError, toAppError } from '../errors.js';
import { forEachBounded } from '../ingestion/work-queue.js';
import type { Log } from '../logging.js';
import type { SidecarQueueRepository, SidecarTask } from '../repositories/sidecar-queue.repository.js';
import type { Ledger } from './ledger.js';
import type { SidecarWriter } from './sidecar-writer.js';

/** What became of one sidecar of the queue; `message` says why it could not be written. */
export interface SidecarOutcome {
  readonly documentId: string;
  readonly message: string | null;
}

const BATCH = 20;
const AT_ONCE = 4;
const POLL_MS = 5_000;

/** Writes what is queued, in the background: soon after something is said, and again after what failed had time to be mended. */
export class SidecarPump {
  private readonly stop = new AbortController();
  private running: Promise<void> | null = null;
  private wake: () => void = () => undefined;
  private isAwake = false;

  constructor(
    private readonly queue: SidecarQueueRepository,
    private readonly writer: Pick<SidecarWriter, 'write'>,
    private readonly log: Log,
  ) {}

  /** Begins; ends with `close`. */
  start(ledger: Pick<Ledger, 'onDecision'>): void {
    const stopListening = ledger.onDecision(() => this.hurry());
    this.stop.signal.addEventListener('abort', stopListening);
    this.running ??= this.run();
  }

  /** Looks into the queue now. */
  hurry(): void {
    this.isAwake = true;
    this.wake();
  }

  /** Ends after what is being written is written. */
  async close(): Promise<void> {
    this.stop.abort();
    this.wake();
    await this.running;
  }

  /** Writes what is due until nothing is; returns how many were written and how many failed. */
  async drain(
    signal: AbortSignal,
    onOutcome: (outcome: SidecarOutcome) => void = () => undefined,
  ): Promise<{ written: number; failed: number }> {
    const counts = { written: 0, failed: 0 };
    for (let batch = await this.queue.claim(BATCH); batch.length > 0; batch = signal.aborted ? [] : await this.queue.claim(BATCH)) {
      const waiting = new Set(batch.map(({ documentId }) => documentId));
      await forEachBounded(batch, { limit: AT_ONCE, signal }, async (task) => {
        waiting.delete(task.documentId);
        const outcome = await this.write(task);
        counts[outcome.message === null ? 'written' : 'failed'] += 1;
        onOutcome(outcome);
      });
      await this.queue.release([...waiting]);
    }
    return counts;
  }

  private async write(task: SidecarTask): Promise<SidecarOutcome> {
    const { documentId } = task;
    try {
      await this.writer.write(task);
      return { documentId, message: null };
    } catch (error) {
      const { message } = toAppError(error);
      this.log[error instanceof AppError ? 'info' : 'error']({ err: error, document: documentId }, 'a sidecar waits to be written');
      await this.queue.fail(documentId, message);
      return { documentId, message };
    }
  }

  private async run(): Promise<void> {
    while (!this.stop.signal.aborted) {
      this.isAwake = false;
      await this.drain(this.stop.signal).catch((error: unknown) =>
        this.log.warn({ err: error }, 'the queue of sidecars could not be read'),
      );
      if (!this.isAwake && !this.stop.signal.aborted) await this.pause();
    }
  }

  private pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
