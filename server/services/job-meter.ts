import type { Progress } from '../progress.js';
import type { JobRun as JobRunRow } from '../repositories/job-run.repository.js';

/** A run as it stands now; rate in items a second. */
export type JobRun = JobRunRow & { readonly rate: number | null; readonly secondsLeft: number | null };

const WINDOW_MS = 10_000;

/** Counts what a run does and tells its rate over the last ten seconds. */
export class JobMeter implements Progress {
  private state: JobRunRow;
  private marks: { at: number; done: number }[] = [];
  private isChanged = true;
  private counted: Pick<JobRunRow, 'done' | 'total'> | null = null;

  constructor(row: JobRunRow) {
    this.state = row;
  }

  get id(): string {
    return this.state.id;
  }

  /** The run as it is recorded. */
  get row(): JobRunRow {
    return this.state;
  }

  phase(name: string, total: number | null): void {
    this.marks = [];
    this.keepCounts();
    this.change({ phase: name, total, done: 0 });
  }

  step(outcome: 'done' | 'failed' = 'done'): void {
    this.change({ done: this.row.done + 1, failed: this.row.failed + (outcome === 'failed' ? 1 : 0) });
  }

  end(outcome: 'succeeded' | 'partial' | 'failed' | 'stopped', summary: string, counts: Readonly<Record<string, number>>): void {
    this.marks = [];
    this.keepCounts();
    this.change({ ...this.counted, outcome, summary, report: counts, endedAt: new Date(), phase: null });
  }

  /** The state now, once after each change; null when nothing changed since. */
  takeChange(): JobRun | null {
    if (!this.isChanged) return null;
    this.isChanged = false;
    return this.snapshot();
  }

  snapshot(): JobRun {
    const rate = this.row.outcome === 'running' ? this.rate() : null;
    const left = rate && this.row.total !== null ? Math.ceil((this.row.total - this.row.done) / rate) : null;
    return { ...this.row, rate, secondsLeft: left };
  }

  // A run ends with the counts of its work, not with those of the tidying up behind it.
  private keepCounts(): void {
    const { done, total } = this.state;
    if (total !== null) this.counted = { done, total };
  }

  private change(part: Partial<JobRunRow>): void {
    this.state = { ...this.state, ...part };
    this.isChanged = true;
    const now = performance.now();
    const last = this.marks.at(-1);
    if (!last || now - last.at > 250) this.marks.push({ at: now, done: this.row.done });
    while (this.marks.length > 2 && now - (this.marks[0]?.at ?? now) > WINDOW_MS) this.marks.shift();
  }

  private rate(): number | null {
    const [first] = this.marks;
    const elapsedMs = first ? performance.now() - first.at : 0;
    if (!first || elapsedMs < 500 || this.row.done === first.done) return null;
    return ((this.row.done - first.done) * 1000) / elapsedMs;
  }
}
