import { filesOf, type ModelDescriptor, type ModelFile } from './descriptor.js';

/** How far the download of a whole model has come. */
export interface DownloadProgress {
  readonly modelId: string;
  readonly file: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
  /** Mean since the start, of what came over the wire; 0 before the first second. */
  readonly bytesPerSecond: number;
}

const INTERVAL_MS = 100;

/** Sums the files of one model into progress, told at most ten times a second and at each file's end. */
export class DownloadMeter {
  private readonly totalBytes: number;
  private readonly startedMs = performance.now();
  private finishedBytes = 0;
  private firstDone: number | null = null;
  private toldMs = 0;

  constructor(
    private readonly model: ModelDescriptor,
    private readonly tell: (progress: DownloadProgress) => void,
  ) {
    this.totalBytes = filesOf(model).reduce((sum, file) => sum + (file.bytes ?? 0), 0);
  }

  /** `doneBytes` of the file that is being downloaded. */
  report(file: ModelFile, doneBytes: number): void {
    const nowMs = performance.now();
    if (nowMs - this.toldMs < INTERVAL_MS) return;
    this.toldMs = nowMs;
    this.emit(file, this.finishedBytes + doneBytes);
  }

  /** The file is there, downloaded or found. */
  finish(file: ModelFile): void {
    this.finishedBytes += file.bytes ?? 0;
    this.emit(file, this.finishedBytes);
  }

  private emit({ file }: ModelFile, doneBytes: number): void {
    this.firstDone ??= doneBytes;
    const seconds = (performance.now() - this.startedMs) / 1000;
    const bytesPerSecond = seconds < 1 ? 0 : (doneBytes - this.firstDone) / seconds;
    this.tell({ modelId: this.model.id, file, doneBytes, totalBytes: this.totalBytes, bytesPerSecond });
  }
}
