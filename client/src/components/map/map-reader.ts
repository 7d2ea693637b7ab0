import type { ReadMap } from './map-reading.js';

/** What the worker answers: the map, or the sentence that says why there is none. */
export type ReadOutcome = { readonly map: ReadMap } | { readonly problem: string };

/** Reads an answer of the map's route in a worker, so that a million points hold up no frame; throws where it is malformed. */
export async function readInWorker(buffer: ArrayBuffer): Promise<ReadMap> {
  const worker = new Worker(new URL('../../workers/map.worker.ts', import.meta.url), { type: 'module', name: 'map' });
  try {
    const outcome = await new Promise<ReadOutcome>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<ReadOutcome>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage(buffer, [buffer]);
    });
    if ('problem' in outcome) throw new Error(outcome.problem);
    return outcome.map;
  } finally {
    worker.terminate();
  }
}
