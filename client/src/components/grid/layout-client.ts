import type { RowLayout, RowOptions } from './justified-layout.js';

/** One stretch of pictures to be laid out; the answer carries the same ticket. */
export interface LayoutRequest {
  ticket: number;
  aspects: Float32Array;
  options: RowOptions;
}

/** The layout asked for under this ticket. */
export interface LayoutAnswer {
  ticket: number;
  layout: RowLayout;
}

/** Lays out rows in a worker, so that a wide window over many buckets never holds up a frame. */
export class LayoutClient {
  private readonly waiting = new Map<number, (layout: RowLayout) => void>();
  private readonly worker: Worker;
  private lastTicket = 0;

  constructor() {
    this.worker = new Worker(new URL('../../workers/layout.worker.ts', import.meta.url), { type: 'module', name: 'layout' });
    this.worker.onmessage = ({ data: answer }: MessageEvent<LayoutAnswer>) => {
      this.waiting.get(answer.ticket)?.(answer.layout);
      this.waiting.delete(answer.ticket);
    };
  }

  /** Rectangles for these aspects; never rejects. */
  layout(aspects: Float32Array, options: RowOptions): Promise<RowLayout> {
    const ticket = ++this.lastTicket;
    return new Promise((resolve) => {
      this.waiting.set(ticket, resolve);
      this.worker.postMessage({ ticket, aspects, options: { ...options } } satisfies LayoutRequest);
    });
  }

  close(): void {
    this.waiting.clear();
    this.worker.terminate();
  }
}
