import type { EntityManager } from 'typeorm';
import { JobRunEntity } from '../database/entities/job-run.entity.js';
import { isId } from '../ids.js';
import { countChanged, queryRows } from './sql.js';

/** One run of a job. */
export type JobRun = JobRunEntity;

/** What is known when a run starts. */
export type NewJobRun = Pick<JobRun, 'id' | 'job' | 'actor' | 'startedAt'> & Partial<Pick<JobRun, 'options' | 'isDryRun'>>;

// Runs are recorded every 5 s; a process that was silent for a minute is gone.
const SILENT_SECONDS = 60;
const INTERRUPTED = 'The program ended before the job did. Start it again: it goes on where it stopped.';

/** Runs of jobs. */
export class JobRunRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(run: NewJobRun): Promise<void> {
    await this.manager.insert(JobRunEntity, { options: {}, isDryRun: false, outcome: 'running', done: 0, failed: 0, ...run });
  }

  /** Starts a run, or answers null when the job runs already, here or in another process. */
  async begin(run: NewJobRun): Promise<JobRun | null> {
    await this.release(SILENT_SECONDS, run.job);
    const sql = `
      INSERT INTO job_runs (id, job, actor, options, is_dry_run, started_at) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (job) WHERE outcome = 'running' DO NOTHING RETURNING id`;
    const values = [run.id, run.job, run.actor, JSON.stringify(run.options ?? {}), run.isDryRun ?? false, run.startedAt];
    const rows = await queryRows(this.manager, sql, values);
    return rows.length > 0 ? this.findById(run.id) : null;
  }

  async update(id: string, changes: Partial<Omit<JobRun, 'id' | 'job'>>): Promise<void> {
    await this.manager.update(JobRunEntity, { id }, { ...changes, heartbeatAt: new Date() });
  }

  async findById(id: string): Promise<JobRun | null> {
    return isId(id) ? this.manager.findOneBy(JobRunEntity, { id }) : null;
  }

  /** The newest runs first. */
  async list(first: number): Promise<JobRun[]> {
    return this.manager.find(JobRunEntity, { order: { startedAt: 'DESC', id: 'DESC' }, take: first });
  }

  async lastOf(job: string): Promise<JobRun | null> {
    return this.manager.findOne(JobRunEntity, { where: { job }, order: { startedAt: 'DESC', id: 'DESC' } });
  }

  /**
   * Runs that were never finished, because their process ended, become `stopped`: all of them where no other process can be at work, else
   * those without a sign of life for a minute.
   */
  async markInterrupted({ isAlone }: { isAlone: boolean }): Promise<void> {
    await this.release(isAlone ? 0 : SILENT_SECONDS, null);
  }

  private async release(silentSeconds: number, job: string | null): Promise<void> {
    const sql = `
      UPDATE job_runs SET outcome = 'stopped', ended_at = now(), phase = NULL, summary = $3
      WHERE outcome = 'running' AND heartbeat_at <= now() - make_interval(secs => $1) AND ($2::text IS NULL OR job = $2)`;
    await countChanged(this.manager, sql, [silentSeconds, job, INTERRUPTED]);
  }
}
