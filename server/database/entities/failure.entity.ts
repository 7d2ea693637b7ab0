import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file that could not become a document. */
@Entity('ingest_failures')
export class FailureEntity {
  @PrimaryColumn({ type: 'uuid' })
  rootId!: string;

  /** Relative to the root. */
  @PrimaryColumn({ type: 'text' })
  path!: string;

  @Column({ type: 'text' })
  code!: string;

  /** What happened and what to do. */
  @Column({ type: 'text' })
  message!: string;

  @Column({ type: 'bigint' })
  bytes!: number;

  @Column({ type: 'bigint' })
  modifiedMs!: number;

  @Column({ type: 'integer' })
  pipelineVersion!: number;

  @Column({ type: 'integer' })
  attempts!: number;

  @Column({ type: 'timestamptz' })
  seenAt!: Date;
}
