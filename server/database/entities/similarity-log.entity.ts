import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One search. */
@Entity('similarity_log')
export class SimilarityLogEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** `person:<id>` or `job:<name>`. */
  @Column({ type: 'text' })
  actor!: string;

  /** What was searched with: image, upload, text, keyword. */
  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'smallint', nullable: true })
  modelId!: number | null;

  @Column({ type: 'jsonb' })
  options!: object;

  @Column({ type: 'real', nullable: true })
  threshold!: number | null;

  @Column({ type: 'integer' })
  topK!: number;

  @Column({ type: 'integer' })
  resultCount!: number;

  @Column({ type: 'real', nullable: true })
  bestScore!: number | null;

  @Column({ type: 'real' })
  tookMs!: number;

  /** How many vectors were compared. */
  @Column({ type: 'integer' })
  candidates!: number;
}
