import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What is said about one field of a document. */
@Entity('annotations')
export class AnnotationEntity {
  @PrimaryColumn({ type: 'uuid' })
  documentId!: string;

  @PrimaryColumn({ type: 'text' })
  field!: string;

  /** A tag, the id of a person or cluster; empty for fields with one value. */
  @PrimaryColumn({ type: 'text' })
  element!: string;

  /** Who said it: a person here, or a program elsewhere. */
  @PrimaryColumn({ type: 'text' })
  provenance!: Provenance;

  /** Null once it was taken back; JSON's null, said to be none, is read as null too. */
  @Column({ type: 'jsonb', nullable: true })
  value!: unknown;

  /** `person:<id>`, or `import:<name>`. */
  @Column({ type: 'text' })
  saidBy!: string;

  @Column({ type: 'timestamptz' })
  saidAt!: Date;

  /** The suggestion that was accepted. */
  @Column({ type: 'jsonb', nullable: true })
  via!: object | null;

  /** Counts the changes of this field. */
  @Column({ type: 'integer' })
  version!: number;
}

/** Where a statement comes from; `person` is said here and stands over all others. */
export type Provenance = 'person' | 'photos' | 'xmp' | 'facebook' | 'takeout' | 'folder';
