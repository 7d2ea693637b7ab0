import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is said about one field of a document. */
@Entity('annotations')
export class AnnotationEntity {
  @PrimaryColumn({ type: 'uuid' })
  documentId!: string;

  @PrimaryColumn({ type: 'text' })
  field!: string;

  /** Who said it: a person here, or a program elsewhere. */
  @PrimaryColumn({ type: 'text' })
  provenance!: Provenance;

  @Column({ type: 'jsonb' })
  value!: unknown;

  /** Counts the changes of this field. */
  @Column({ type: 'integer' })
  version!: number;
}

/** Where a statement comes from; `person` is said here and stands over all others. */
export type Provenance = 'person' | 'photos' | 'xmp' | 'facebook' | 'takeout' | 'folder';
