import type { Actor } from '../context.js';
import { AppError } from '../errors.js';
import { newId } from '../ids.js';
import type { Log } from '../logging.js';
import type { Progress, WorkReport } from '../progress.js';
import type { JobRun as JobRunRow, JobRunRepository } from '../repositories/job-run.repository.js';
import { actorKey } from '../repositories/unit-of-work.js';
import { JobMeter, type JobRun } from './job-meter.js';

/** What a job is given to work with. */
export interface JobTask {
  /** Who started it. */
  readonly actor: Actor;
  readonly options: Readonly<Record<string, unknown>>;
  readonly progress: Progress;
  readonly signal: AbortSignal;
  readonly dryRun: boolean;
  readonly log: Log;
}

/** One row of the table of jobs: what the scheduler, the command line and the client can start. */
export interface JobDefinition {
  readonly name: string;
  readonly description: string;
  /** Cron expression in local time, null when it only runs by hand. */
  readonly schedule: string | null;
  /** What is recorded of the options of a run; all of them where left out. */
  readonly recorded?: (options: JobTask['options']) => object;
  run(task: JobTask): Promise<WorkReport>;
}

/** A run that was started: its first state, and the report it ends with. */
export interface StartedJob {
  readonly run: JobRun;
  readonly finished: Promise<{ readonly run: JobRun; readonly report: WorkReport | null }>;
}

interface LiveRun {
  readonly meter: JobMeter;
  readonly stop: AbortController;
  readonly finished: StartedJob['finished'];
}

const PUBLISH_EVERY_MS = 400;
const RECORD_EVERY_MS = 5_000;

/** Starts, watches and stops jobs. A job runs once at a time, in whichever process; every run is recorded. */
export class JobService {
  private readonly live = new Map<string, LiveRun>();
  private readonly listeners = new Set<(run: JobRun) => void>();

  constructor(
    private readonly definitions: readonly JobDefinition[],
    private readonly jobRuns: JobRunRepository,
    private readonly log: Log,
  ) {}

  listDefinitions(): readonly JobDefinition[] {
    return this.definitions;
  }

  /** Newest first; a run of this process with its live figures. */
  async listRuns(first: number): Promise<JobRun[]> {
    return (await this.jobRuns.list(first)).map((row) => this.withFigures(row));
  }

  async findLastRun(job: string): Promise<JobRun | null> {
    const row = await this.jobRuns.lastOf(job);
    return row && this.withFigures(row);
  }

  /** The runs of this process that are going on. */
  listRunning(): JobRun[] {
    return [...this.live.values()].map(({ meter }) => meter.snapshot());
  }

  /** Starts a job. Throws NOT_FOUND for an unknown name and CONFLICT while it runs already. */
  async start(name: string, options: Readonly<Record<string, unknown>>, actor: Actor): Promise<StartedJob> {
    const definition = this.definitions.find((candidate) => candidate.name === name);
    if (!definition) throw new AppError('NOT_FOUND', `There is no job named "${name}".`);
    const dryRun = options.dryRun === true;
    const row = await this.jobRuns.begin({
      id: newId(),
      job: name,
      actor: actorKey(actor),
      startedAt: new Date(),
      options: definition.recorded?.(options) ?? options,
      isDryRun: dryRun,
    });
    if (!row) throw new AppError('CONFLICT', `The job "${name}" is running already.`);
    const stop = new AbortController();
    const meter = new JobMeter(row);
    const finished = this.carryOut(
      definition,
      { actor, options, progress: meter, signal: stop.signal, dryRun, log: this.log.child({ job: name, run: row.id }) },
      meter,
    );
    this.live.set(row.id, { meter, stop, finished });
    return { run: meter.snapshot(), finished };
  }

  /** Asks a run of this process to stop at its next safe point. */
  stop(runId: string): JobRun {
    const run = this.live.get(runId);
    if (!run) throw new AppError('NOT_FOUND', 'No such run is going on in this process.');
    run.stop.abort();
    return run.meter.snapshot();
  }

  /** Stops every run of this process and waits for them. */
  async close(): Promise<void> {
    const runs = [...this.live.values()];
    runs.forEach(({ stop }) => stop.abort());
    await Promise.allSettled(runs.map(({ finished }) => finished));
  }

  /** Calls back with every change of a run, a few times a second at most; returns the way to end it. */
  listen(listener: (run: JobRun) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private async carryOut(definition: JobDefinition, task: JobTask, meter: JobMeter): Promise<Awaited<StartedJob['finished']>> {
    const publishing = setInterval(() => this.publish(meter), PUBLISH_EVERY_MS);
    const recording = setInterval(() => void this.record(meter), RECORD_EVERY_MS);
    let report: WorkReport | null = null;
    try {
      report = await definition.run(task);
      meter.end(outcomeOf(report, task.signal), report.summary, report.counts);
    } catch (error) {
      this.log.error({ err: error, job: definition.name }, 'a job failed');
      meter.end(task.signal.aborted ? 'stopped' : 'failed', sentenceOf(error), {});
    } finally {
      clearInterval(publishing);
      clearInterval(recording);
    }
    await this.record(meter);
    this.live.delete(meter.id);
    this.publish(meter);
    return { run: meter.snapshot(), report };
  }

  private publish(meter: JobMeter): void {
    const run = meter.takeChange();
    if (run) this.listeners.forEach((listener) => listener(run));
  }

  private async record(meter: JobMeter): Promise<void> {
    try {
      await this.jobRuns.update(meter.id, meter.row);
    } catch (error) {
      this.log.warn({ err: error }, 'the state of a job could not be recorded; it will be tried again');
    }
  }

  private withFigures(row: JobRunRow): JobRun {
    return this.live.get(row.id)?.meter.snapshot() ?? { ...row, rate: null, secondsLeft: null };
  }
}

function outcomeOf(report: WorkReport, signal: AbortSignal): 'succeeded' | 'partial' | 'stopped' {
  if (signal.aborted) return 'stopped';
  return report.failures.length > 0 ? 'partial' : 'succeeded';
}

function sentenceOf(error: unknown): string {
  return error instanceof AppError ? error.message : 'It failed for a reason that the log has.';
}
