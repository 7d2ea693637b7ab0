import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const PYTHON = '/usr/bin/python3';
const PROGRAM = join(import.meta.dirname, 'kmeans-peer.py');
const MAX_ANSWER_BYTES = 1e8;

/** What scikit-learn, numpy and their BLAS are called here, or null where they are not. */
export async function findPeer(): Promise<string | null> {
  return askPeer<{ name: string }>({ task: 'about' }).then(
    ({ name }) => name,
    () => null,
  );
}

/** Asks scikit-learn; throws where it is not there (Debian: python3-sklearn). */
export async function askPeer<T>(request: object): Promise<T> {
  const { stdout } = await promisify(execFile)(PYTHON, [PROGRAM, JSON.stringify(request)], { maxBuffer: MAX_ANSWER_BYTES });
  return JSON.parse(stdout) as T;
}
