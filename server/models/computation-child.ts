import { constants, setPriority } from 'node:os';
import type { ComputationMessage, ComputationReply } from './computation-protocol.js';
import { computationTasks } from './computation-tasks.js';

// Threads take over the priority of the one that starts them, so this comes before any work; the server's requests go first.
setPriority(constants.priority.PRIORITY_LOW);
// Ctrl-C reaches the whole group of the terminal: whether we go is the parent's decision.
process.on('SIGINT', () => undefined);
// Not process.exit: it waits for native threads.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'));
process.once('message', (message: ComputationMessage) => void answer(message).then(reply));

const reply = (message: ComputationReply): void => void process.send?.(message);

async function answer({ task, request }: ComputationMessage): Promise<ComputationReply> {
  const progress = {
    phase: (name: string, total: number | null) => reply({ kind: 'phase', name, total }),
    step: () => reply({ kind: 'step' }),
  };
  try {
    const compute: unknown = Reflect.get(computationTasks, task);
    if (typeof compute !== 'function') throw new TypeError(`Expected a computation but received "${task}".`);
    return { kind: 'done', result: await (compute(request, progress) as Promise<unknown>) };
  } catch (error) {
    return { kind: 'failed', detail: error instanceof Error ? String(error.stack) : String(error) };
  }
}
