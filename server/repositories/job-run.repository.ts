import type { EntityManager } from 'typeorm';
import { JobRunEntity } from '../database/entities/job-run.entity.js';
import { isId } from '../ids.js';
import { queryRows } from './sql.js';

/** One run of a job. */
export type JobRun = JobRunEntity;

/** What is known when a run starts. */
export type NewJobRun = Pick<JobRun, 'id' | 'job' | 'actor' | 'startedAt'> & Partial<Pick<JobRun, 'options' | 'isDryRun'>>;

/** Runs of jobs. */
export class JobRunRepository {
  constructor(private readonly manager: EntityManager) {}

  async insert(run: NewJobRun): Promise<void> {
    await this.manager.insert(JobRunEntity, { options: {}, isDryRun: false, outcome: 'running', done: 0, failed: 0, ...run });
  }

  /** Starts a run, or answers null when the job runs already, here or in another process. */
  async begin(run: NewJobRun): Promise<JobRun | null> {
    const sql = `
      INSERT INTO job_runs (id, job, actor, options, is_dry_run, started_at) VALUES ($1, $2, $3, $4, $5, $6)
      ON CONFLICT (job) WHERE outcome = 'running' DO NOTHING RETURNING id`;
    const values = [run.id, run.job, run.actor, JSON.stringify(run.options ?? {}), run.isDryRun ?? false, run.startedAt];
    const rows = await queryRows(this.manager, sql, values);
    return rows.length > 0 ? this.findById(run.id) : null;
  }

  async update(id: string, changes: Partial<Omit<JobRun, 'id' | 'job'>>): Promise<void> {
    await this.manager.update(JobRunEntity, { id }, changes);
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

  /** Runs that were never finished, because their process ended, become `stopped`. Call it before the first job starts. */
  async markInterrupted(): Promise<void> {
    const summary = 'The program ended before the job did. Start it again: it goes on where it stopped.';
    await this.manager.update(JobRunEntity, { outcome: 'running' }, { outcome: 'stopped', endedAt: new Date(), summary });
  }
}
