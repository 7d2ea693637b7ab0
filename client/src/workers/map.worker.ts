import { readMap } from '../components/map/map-reading.js';
import type { ReadOutcome } from '../components/map/map-reader.js';

/** What this file uses of a worker's global scope (the client is compiled against the window's types). */
interface WorkerScope {
  onmessage: ((event: MessageEvent<ArrayBuffer>) => void) | null;
  postMessage(outcome: ReadOutcome, transfer?: Transferable[]): void;
}

const scope = self as unknown as WorkerScope;

scope.onmessage = ({ data: buffer }) => {
  try {
    const map = readMap(buffer);
    const arrays = [map.positions, map.cluster, map.person, map.year, map.ids, map.starts];
    scope.postMessage(
      { map },
      arrays.map((array) => array.buffer as ArrayBuffer),
    );
  } catch (error) {
    scope.postMessage({ problem: error instanceof Error ? error.message : String(error) });
  }
};
