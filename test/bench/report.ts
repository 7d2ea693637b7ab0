/** What a benchmark found: one row per measure. `bound` is what this machine could do at best, `target` what is asked for. */
export interface BenchReport {
  readonly rows: readonly BenchRow[];
  readonly notes?: readonly string[];
}

/** One measured figure. */
export interface BenchRow {
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: number;
  readonly bound?: number;
}

/** A benchmark that `npm run bench -- <name>` runs. `run` throws a sentence where something it needs is missing. */
export interface BenchSuite {
  readonly name: string;
  readonly description: string;
  run(): Promise<BenchReport>;
}

/** The report as a table for a terminal. */
export function formatReport({ rows, notes = [] }: BenchReport): string {
  const cells = rows.map(({ measure, value, unit, target, bound }) => [
    measure,
    `${figure(value)} ${unit}`,
    target === undefined ? '' : `target ${figure(target)}`,
    bound === undefined ? '' : `bound ${figure(bound)}, reached ${Math.round((100 * value) / bound)} %`,
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [...lines, ...notes].join('\n');
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}
