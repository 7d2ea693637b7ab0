import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One run of a job. */
@Entity('job_runs')
export class JobRunEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  job!: string;

  /** `person:<id>` or `job:<name>`. */
  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'jsonb' })
  options!: object;

  @Column({ type: 'boolean' })
  isDryRun!: boolean;

  @Column({ type: 'text' })
  outcome!: JobOutcome;

  @Column({ type: 'timestamptz' })
  startedAt!: Date;

  /** When its process last said that it is at work. */
  @Column({ type: 'timestamptz' })
  heartbeatAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;

  /** What it is doing, for example "Reading pictures". */
  @Column({ type: 'text', nullable: true })
  phase!: string | null;

  @Column({ type: 'integer' })
  done!: number;

  /** Null while not yet known. */
  @Column({ type: 'integer', nullable: true })
  total!: number | null;

  @Column({ type: 'integer' })
  failed!: number;

  /** How it ended, in a sentence. */
  @Column({ type: 'text', nullable: true })
  summary!: string | null;

  @Column({ type: 'jsonb', nullable: true })
  report!: object | null;
}

/** How a run ended; `partial`: done, but some items failed. */
export type JobOutcome = 'running' | 'succeeded' | 'partial' | 'failed' | 'stopped';
