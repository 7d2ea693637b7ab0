import { createTask } from 'node-cron';

/** When a cron expression fires next (local time); null when it never does. */
export function nextRunOf(expression: string): Date | null {
  const task = createTask(expression, () => undefined);
  void task.start();
  const next = task.getNextRun();
  void task.destroy();
  return next;
}
