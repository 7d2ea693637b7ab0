import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import type { WorkReport } from './progress.js';
import type { JobRun } from './services/job-meter.js';
import type { JobService, StartedJob } from './services/job.service.js';

const SHOWN_FAILURES = 50;
const LINE_EVERY_MS = 2_000;

/** Where a program talks to a person, or to a pipe. */
export interface Terminal {
  readonly isTTY: boolean;
  write(text: string): void;
}

/** Standard output. */
export const standardTerminal: Terminal = { isTTY: process.stdout.isTTY === true, write: (text) => void process.stdout.write(text) };

/** Shows runs: bars with rate and time left in a terminal, JSON lines in a pipe. */
export class RunView {
  private readonly bars: MultiBar | null;
  private bar: SingleBar | null = null;
  private phase: string | null = null;
  private lineAt = -Infinity;

  constructor(private readonly terminal: Terminal) {
    const options = {
      format: '{phase} [{bar}] {value}/{total} · {rate}/s · {left} left · {failed} failed',
      hideCursor: true,
      linewrap: false,
    };
    this.bars = terminal.isTTY ? new MultiBar(options, Presets.shades_classic) : null;
  }

  show(run: JobRun): void {
    if (this.bars) this.drawBar(run, this.bars);
    else this.writeLine(run);
  }

  stop(): void {
    this.bars?.stop();
  }

  private drawBar(run: JobRun, bars: MultiBar): void {
    if (run.phase !== null && run.phase !== this.phase) {
      this.phase = run.phase;
      this.bar = bars.create(run.total ?? 1, 0, payloadOf(run));
    }
    this.bar?.setTotal(run.total ?? 1);
    this.bar?.update(run.phase === null ? (this.bar.getTotal() ?? 1) : run.done, payloadOf(run));
  }

  // A pipe is read by scripts and logs: a line every two seconds, and each phase and the end at once.
  private writeLine({ job, phase, done, total, failed, rate, secondsLeft, outcome }: JobRun): void {
    const isDue = phase !== this.phase || performance.now() - this.lineAt > LINE_EVERY_MS;
    if (!isDue) return;
    this.phase = phase;
    this.lineAt = performance.now();
    const line = JSON.stringify({
      job,
      phase,
      done,
      total,
      failed,
      rate: rate && Math.round(rate * 10) / 10,
      seconds_left: secondsLeft,
      outcome,
    });
    this.terminal.write(`${line}\n`);
  }
}

/** Shows a run of a job until it ends. */
export async function watchRun(jobs: JobService, started: StartedJob, view: RunView): StartedJob['finished'] {
  const end = jobs.listen((run) => {
    if (run.id === started.run.id) view.show(run);
  });
  try {
    return await started.finished;
  } finally {
    end();
    view.stop();
  }
}

/** A report in words: the summary, what else it tells, then what failed and why. */
export function reportText(summary: string | null, failures: WorkReport['failures'], details: readonly string[] = []): string {
  const lines = failures.slice(0, SHOWN_FAILURES).map(({ path, code, message }) => `  ${printable(path)}: ${message} (${code})`);
  const more = failures.length > SHOWN_FAILURES ? [`  ... and ${failures.length - SHOWN_FAILURES} more; Activity lists them all.`] : [];
  return [summary ?? 'Done.', ...details.map(printable), ...lines, ...more].join('\n');
}

function payloadOf({ phase, rate, secondsLeft, failed }: JobRun) {
  return {
    phase: (phase ?? 'Done').padEnd(24),
    rate: rate ? rate.toFixed(1) : '-',
    left: secondsLeft === null ? '-' : duration(secondsLeft),
    failed,
  };
}

function duration(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  if (hours > 0) return `${hours} h ${minutes} min`;
  return minutes > 0 ? `${minutes} min` : `${seconds} s`;
}

// A file name may hold what a terminal would obey (T08).
function printable(text: string): string {
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\uFFFD');
}
