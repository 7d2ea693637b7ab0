import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clusterVectors } from '../../../server/models/clustering/kmeans.js';
import { spoolSource } from '../../../server/models/clustering/vector-source.js';
import { type VectorSpool, VectorSpoolWriter } from '../../../server/models/clustering/vector-spool.js';
import { compute } from '../../../server/models/computation.js';
import { randomNumbers, unitVector } from '../../support/vectors.js';

const DIMS = 16;
const FAULTY = new URL('../../fixtures/faulty-computation.ts', import.meta.url);

describe('A computation in a child process', () => {
  let folder: string;
  let vectors: VectorSpool;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'computation-'));
    const random = randomNumbers(5);
    const writer = await VectorSpoolWriter.open(join(folder, 'vectors'), DIMS);
    for (let batch = 0; batch < 4; batch += 1)
      await writer.append(Float32Array.from(Array.from({ length: 250 }, () => [...unitVector(random, DIMS)]).flat()));
    vectors = await writer.finish();
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('reads the rows that were written, gives what the same work gives here, and says how far it is', async () => {
    expect(vectors).toMatchObject({ count: 1000, dims: DIMS });
    expect((await stat(vectors.path)).size).toBe(1000 * DIMS * 4);
    const phases: string[] = [];
    let steps = 0;
    const progress = { phase: (name: string) => void phases.push(name), step: () => void (steps += 1) };
    const result = await compute('kmeans', { vectors, k: 7, seed: 3 }, { progress });
    expect(result).toEqual(await clusterVectors(spoolSource(vectors), { k: 7, seed: 3 }));
    expect(phases).toEqual(['Trying where clusters could start', 'Finding clusters']);
    expect(steps).toBeGreaterThan(result.iterations);
  });

  test('is killed when it is stopped, even where it hangs, and rejects with the reason', async () => {
    const stop = new AbortController();
    const reason = new Error('The job was stopped.');
    let pid = 0;
    const progress = {
      phase(name: string) {
        pid = Number(name);
        stop.abort(reason);
      },
      step: () => undefined,
    };
    const options = { signal: stop.signal, progress, program: FAULTY };
    await expect(compute('kmeans', { vectors, k: 2, seed: 1 }, options)).rejects.toBe(reason);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await expect(compute('kmeans', { vectors, k: 2, seed: 1 }, options)).rejects.toBe(reason);
  });

  test('T19 rejects with a sentence that shows no path when it fails, and keeps why for the log', async () => {
    const absent = { ...vectors, path: join(folder, 'absent') };
    const error = await compute('kmeans', { vectors: absent, k: 2, seed: 1 }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'INTERNAL', message: 'A computation ended before its result. The log has the details.' });
    expect(String((error as Error).cause)).toContain('ENOENT');
  });

  test('rejects when the child dies, with its last words for the log', async () => {
    const error = await compute('kmeans', { vectors, k: 1, seed: 1 }, { program: FAULTY }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'INTERNAL', cause: { message: 'exit SIGKILL: The last words.' } });
  });

  test('refuses part of a row, and a file that is shorter than it is said to be', async () => {
    const writer = await VectorSpoolWriter.open(join(folder, 'short'), DIMS);
    await expect(writer.append(new Float32Array(DIMS + 1))).rejects.toThrow('Expected rows of 16 numbers but received 17 numbers.');
    const spool = await writer.finish();
    await expect(spoolSource({ ...spool, count: 1 }).picked([0])).rejects.toThrow('their file ends before');
  });
});
