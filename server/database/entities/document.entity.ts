import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One photo or video, however many files hold it: what the machine read of it. */
@Entity('documents')
export class DocumentEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: 'photo' | 'video';

  /** sha256 (hex) of the bytes. */
  @Column({ type: 'text' })
  contentHash!: string;

  /** sha256 (hex) of the decoded picture; null for a video. */
  @Column({ type: 'text', nullable: true })
  pixelHash!: string | null;

  @Column({ type: 'text' })
  mime!: string;

  /** Name in the format table, such as `jpeg`. */
  @Column({ type: 'text' })
  format!: string;

  @Column({ type: 'bigint' })
  bytes!: number;

  /** Upright, in pixels. */
  @Column({ type: 'integer' })
  width!: number;

  @Column({ type: 'integer' })
  height!: number;

  @Column({ type: 'integer', nullable: true })
  durationMs!: number | null;

  /** Wall clock, `YYYY-MM-DDTHH:MM:SS.sss`. Declared as text: a zone-less timestamp would be turned into an instant of this machine's zone. */
  @Column({ type: 'text' })
  takenLocal!: string;

  @Column({ type: 'smallint', nullable: true })
  takenOffsetMinutes!: number | null;

  @Column({ type: 'text' })
  takenPrecision!: 'millisecond' | 'second' | 'minute' | 'day' | 'month' | 'year' | 'unknown';

  @Column({ type: 'text' })
  takenSource!: 'person' | 'exif' | 'xmp' | 'iptc' | 'container' | 'file-name' | 'file-time';

  /** What the machine read, while a date that a person said stands in `taken*`. */
  @Column({ type: 'jsonb', nullable: true })
  machineTaken!: object | null;

  @Column({ type: 'double precision', nullable: true })
  latitude!: number | null;

  @Column({ type: 'double precision', nullable: true })
  longitude!: number | null;

  @Column({ type: 'text', nullable: true })
  camera!: string | null;

  @Column({ type: 'text', nullable: true })
  lens!: string | null;

  @Column({ type: 'text', nullable: true })
  exposure!: string | null;

  @Column({ type: 'text', nullable: true })
  title!: string | null;

  @Column({ type: 'text', nullable: true })
  description!: string | null;

  @Column({ type: 'text', array: true })
  keywords!: string[];

  /** The text that keyword search reads. */
  @Column({ type: 'text' })
  content!: string;

  /** Base64. */
  @Column({ type: 'text' })
  thumbhash!: string;

  @Column({ type: 'text', nullable: true })
  livePhotoId!: string | null;

  @Column({ type: 'smallint' })
  thumbnailVersion!: number;

  @Column({ type: 'uuid', nullable: true })
  stackId!: string | null;

  @Column({ type: 'text', nullable: true })
  stackRole!: StackRole | null;

  @Column({ type: 'text' })
  state!: 'present' | 'missing';

  @Column({ type: 'boolean' })
  hidden!: boolean;

  @Column({ type: 'integer' })
  faceCount!: number;

  /** The moment of a video that stands for it. */
  @Column({ type: 'integer', nullable: true })
  posterMs!: number | null;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  updatedAt!: Date;
}

/** What a document is in its stack; the primary is shown. */
export type StackRole = 'primary' | 'live-video' | 'raw' | 'edit' | 'original' | 'copy' | 'burst';
