import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Runs of jobs. */
export class CreateJobs1795305600008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(JOB_RUNS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE job_runs');
  }
}

const JOB_RUNS = `
  CREATE TABLE job_runs (
    id uuid PRIMARY KEY,
    job text NOT NULL,
    actor text NOT NULL,
    options jsonb NOT NULL DEFAULT '{}',
    is_dry_run boolean NOT NULL DEFAULT false,
    outcome text NOT NULL DEFAULT 'running' CHECK (outcome IN ('running', 'succeeded', 'partial', 'failed', 'stopped')),
    started_at timestamptz(3) NOT NULL DEFAULT now(),
    heartbeat_at timestamptz(3) NOT NULL DEFAULT now(),
    ended_at timestamptz(3),
    phase text,
    done integer NOT NULL DEFAULT 0,
    total integer,
    failed integer NOT NULL DEFAULT 0,
    summary text,
    report jsonb
  );
  CREATE UNIQUE INDEX job_runs_running ON job_runs (job) WHERE outcome = 'running';
  CREATE INDEX job_runs_started ON job_runs (started_at DESC, id DESC);
  CREATE INDEX job_runs_job ON job_runs (job, started_at DESC);
  COMMENT ON TABLE job_runs IS 'What jobs did, newest last; a row still running whose heartbeat is old was interrupted.';`;
