import { MediaError, type FailureCode } from './analysis.js';

/** What a pool sends to a child: one task at a time. */
export interface TaskMessage {
  readonly id: number;
  readonly task: string;
  readonly args: readonly unknown[];
}

/** The one result of a task. */
export type TaskResult =
  | { readonly id: number; readonly kind: 'done'; readonly value: unknown; readonly rssBytes: number }
  | { readonly id: number; readonly kind: 'refused'; readonly code: FailureCode; readonly message: string }
  | { readonly id: number; readonly kind: 'fault'; readonly message: string; readonly stack: string };

/** What a child sends back: signs of life, the first when it is ready, and results. */
export type ReplyMessage = TaskResult | { readonly kind: 'alive' };

/** Runs one named task; may say that it got on. */
export type TaskRunner = (task: string, args: readonly unknown[]) => Promise<unknown>;

const MEMORY_CHECK_MS = 100;

/**
 * Makes this process a child of a pool: answers its tasks, gives up when it needs more memory than it may, and ends with its parent,
 * taking what it started (ffmpeg) along. Returns what reports progress.
 */
export function serveTasks(run: TaskRunner, maxRssBytes: number): () => void {
  let currentId = 0;
  const reply = (message: ReplyMessage, then?: () => void): boolean | undefined => process.send?.(message, undefined, undefined, then);
  process.on('disconnect', killOwnGroup);
  process.on('message', (message: TaskMessage) => {
    currentId = message.id;
    void answer(run, message).then((result) => reply(result));
  });
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() <= maxRssBytes) return;
    clearInterval(watch);
    const sentence = 'The picture needs more memory to decode than one may take.';
    reply({ id: currentId, kind: 'refused', code: 'too-many-pixels', message: sentence }, killOwnGroup);
  }, MEMORY_CHECK_MS);
  reply({ kind: 'alive' });
  return () => void reply({ kind: 'alive' });
}

async function answer(run: TaskRunner, { id, task, args }: TaskMessage): Promise<TaskResult> {
  try {
    return { id, kind: 'done', value: await run(task, args), rssBytes: process.memoryUsage.rss() };
  } catch (error) {
    if (error instanceof MediaError) return { id, kind: 'refused', code: error.code, message: error.message };
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    return { id, kind: 'fault', message, stack };
  }
}

// Not process.exit: it waits for native threads, and one of them may be why the parent wants us gone.
function killOwnGroup(): void {
  killGroup(process.pid);
}

/** Kills a child and everything it started. */
export function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It had already gone.
    }
  }
}
