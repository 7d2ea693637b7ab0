import { SingleBar } from 'cli-progress';
import type { AppConfig } from '../config.js';
import type { DownloadProgress } from '../models/download-meter.js';
import type { ModelStatus, ModelStore } from '../models/model-store.js';

/** Where a command prints: standard output, or a test. */
export interface Terminal {
  readonly isTTY: boolean;
  /** One line, without its end. */
  print(line: string): void;
}

const TOLD_EVERY_MS = 1000;

/** The ids the settings name, without the built-in descriptor, which needs no files. */
export function configuredModels({ models }: Pick<AppConfig, 'models'>): string[] {
  return [models.clip, models.faceDetector, models.faceEmbedder].filter((id) => id !== 'builtin');
}

/** Prints a table of every known model, then what is wrong with damaged ones. True when those in use (`*`) can be used and none is damaged. */
export function printModels(statuses: readonly ModelStatus[], inUse: readonly string[], terminal: Terminal): boolean {
  const header = ['', 'id', 'kind', 'licence', 'size', 'present', 'verified'];
  for (const line of aligned([header, ...statuses.map((status) => rowOf(status, inUse))])) terminal.print(line);
  const damaged = statuses.filter(({ present, flaws }) => present && flaws.length > 0);
  for (const { descriptor, flaws } of damaged) terminal.print(`${descriptor.id}: ${flaws.join('; ')}.`);
  const known = new Set(statuses.map(({ descriptor }) => descriptor.id));
  for (const id of inUse.filter((one) => !known.has(one)))
    terminal.print(`${id} is named in the settings, but there is no such model here.`);
  const usable = new Set(statuses.filter(({ flaws }) => flaws.length === 0).map(({ descriptor }) => descriptor.id));
  return damaged.length === 0 && inUse.every((id) => usable.has(id));
}

/** Downloads what is missing of these models, with a bar in a terminal and JSON lines elsewhere. Throws what the store throws. */
export async function pullModels(store: ModelStore, ids: readonly string[], terminal: Terminal): Promise<void> {
  for (const id of ids) {
    const view = terminal.isTTY ? progressBar() : progressLines(terminal);
    await store.get(id, view.update).finally(view.stop);
    terminal.print(`${id} is present and verified.`);
  }
}

function rowOf({ descriptor, bytes, present, flaws }: ModelStatus, inUse: readonly string[]): string[] {
  const { id, kind, licence } = descriptor;
  return [inUse.includes(id) ? '*' : '', id, kind, licence, megabytes(bytes), present ? 'yes' : 'no', flaws.length === 0 ? 'yes' : 'no'];
}

function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

interface ProgressView {
  readonly update: (progress: DownloadProgress) => void;
  readonly stop: () => void;
}

function progressBar(): ProgressView {
  const bar = new SingleBar({ format: '{model} [{bar}] {percentage}% of {size} | {rate}/s | {eta_formatted} left', hideCursor: true });
  const update = ({ modelId, doneBytes, totalBytes, bytesPerSecond }: DownloadProgress): void => {
    const payload = { model: modelId, size: megabytes(totalBytes), rate: megabytes(bytesPerSecond) };
    if (!bar.isActive) bar.start(totalBytes, doneBytes, payload);
    bar.update(doneBytes, payload);
  };
  return { update, stop: () => bar.stop() };
}

function progressLines(terminal: Terminal): ProgressView {
  let toldMs = -Infinity;
  const update = (progress: DownloadProgress): void => {
    if (performance.now() - toldMs < TOLD_EVERY_MS && progress.doneBytes < progress.totalBytes) return;
    toldMs = performance.now();
    terminal.print(JSON.stringify(progress));
  };
  return { update, stop: () => undefined };
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
