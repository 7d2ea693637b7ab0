import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loaderFor } from '../child-program.js';
import { AppError } from '../errors.js';
import type { Progress } from '../progress.js';
import type { ComputationMessage, ComputationReply } from './computation-protocol.js';
import type { ComputationName, ComputationRequests, ComputationResults } from './computation-tasks.js';

const PROGRAM = new URL(import.meta.url.endsWith('.ts') ? './computation-child.ts' : './computation-child.js', import.meta.url);
const MAX_STDERR = 2_000;

/** How a computation is stopped and what it tells; a job's task fits. */
export interface ComputationOptions {
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
  /** The child's program; the one that knows all computations by default. */
  readonly program?: URL;
}

/**
 * Runs one computation in a child process of its own with lowered priority, so that neither its time nor its memory is the server's.
 * Rejects with the signal's reason when it is aborted (the child is killed) and with INTERNAL when the child fails or dies;
 * however it ends, the child is gone then.
 */
export async function compute<Name extends ComputationName>(
  task: Name,
  request: ComputationRequests[Name],
  { signal, progress, program = PROGRAM }: ComputationOptions = {},
): Promise<ComputationResults[Name]> {
  signal?.throwIfAborted();
  const child = fork(fileURLToPath(program), [], {
    execArgv: loaderFor(program),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const gone = new Promise((resolve) => child.once('close', resolve).once('error', resolve));
  const kill = (): void => void child.kill('SIGKILL');
  signal?.addEventListener('abort', kill, { once: true });
  try {
    const result = await resultOf(child, { task, request }, progress);
    return result as ComputationResults[Name];
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    signal?.removeEventListener('abort', kill);
    kill();
    await gone;
  }
}

function resultOf(child: ChildProcess, message: ComputationMessage, progress?: Progress): Promise<unknown> {
  return new Promise((resolve, reject) => {
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-MAX_STDERR)));
    child.on('message', (reply: ComputationReply) => {
      if (reply.kind === 'phase') progress?.phase(reply.name, reply.total);
      else if (reply.kind === 'step') progress?.step();
      else if (reply.kind === 'done') resolve(reply.result);
      else reject(failed(reply.detail));
    });
    child.once('error', (error) => reject(failed(error.message)));
    child.once('close', (code, signal) => reject(failed(`exit ${code ?? signal}: ${stderr}`)));
    child.send(message, (error) => error && reject(failed(error.message)));
  });
}

function failed(detail: string): AppError {
  return new AppError('INTERNAL', 'A computation ended before its result. The log has the details.', undefined, {
    cause: new Error(detail),
  });
}
