import { execFile } from 'node:child_process';

const known = new Map<string, Promise<boolean>>();

/** True when the program can be started and answers `-version`; remembered for the process once it was found. */
export function hasProgram(program: string): Promise<boolean> {
  const before = known.get(program);
  if (before) return before;
  const asked = new Promise<boolean>((resolve) => {
    execFile(program, ['-version'], { timeout: 10_000 }, (error) => resolve(error === null));
  });
  known.set(program, asked);
  void asked.then((isThere) => isThere || known.delete(program));
  return asked;
}
