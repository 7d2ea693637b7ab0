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
    // All arrays of the answer are views of this one buffer.
    scope.postMessage({ map }, [buffer, map.grid.starts.buffer as ArrayBuffer, map.grid.order.buffer as ArrayBuffer]);
  } catch (error) {
    scope.postMessage({ problem: error instanceof Error ? error.message : String(error) });
  }
};
