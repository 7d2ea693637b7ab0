import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of a document. */
@Entity('document_sources')
export class SourceEntity {
  @PrimaryColumn({ type: 'uuid' })
  rootId!: string;

  /** Relative to the root. */
  @PrimaryColumn({ type: 'text' })
  path!: string;

  @Column({ type: 'uuid' })
  documentId!: string;

  /** sha256 (hex) of the bytes. */
  @Column({ type: 'text' })
  contentHash!: string;

  @Column({ type: 'bigint' })
  bytes!: number;

  @Column({ type: 'bigint' })
  modifiedMs!: number;

  @Column({ type: 'text' })
  state!: 'present' | 'missing';
}
