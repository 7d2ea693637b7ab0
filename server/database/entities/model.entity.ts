import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The identity of a network. */
@Entity('models')
export class ModelEntity {
  @PrimaryColumn({ type: 'smallint' })
  id!: number;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  kind!: 'clip' | 'builtin' | 'face-detector' | 'face-embedder';

  @Column({ type: 'text' })
  revision!: string;

  @Column({ type: 'text' })
  precision!: string;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'integer' })
  dims!: number;

  /** Whether searches use its vectors; true for at most one. */
  @Column({ type: 'boolean' })
  isCurrent!: boolean;
}
