import { layoutRows } from '../components/grid/justified-layout.js';
import type { LayoutAnswer, LayoutRequest } from '../components/grid/layout-client.js';

/** What this file uses of a worker's global scope (the client is compiled against the window's types). */
interface WorkerScope {
  onmessage: ((event: MessageEvent<LayoutRequest>) => void) | null;
  postMessage(answer: LayoutAnswer, transfer: Transferable[]): void;
}

const scope = self as unknown as WorkerScope;

scope.onmessage = ({ data: request }) => {
  const layout = layoutRows(request.aspects, request.options);
  const buffers = [layout.lefts, layout.tops, layout.widths, layout.heights].map((array) => array.buffer as ArrayBuffer);
  scope.postMessage({ ticket: request.ticket, layout }, buffers);
};
