import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A folder the archive reads. */
@Entity('roots')
export class RootEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Unique, without a slash. */
  @Column({ type: 'text' })
  name!: string;

  /** Absolute. */
  @Column({ type: 'text' })
  path!: string;

  @Column({ type: 'text' })
  kind!: 'folder' | 'mac-photos' | 'facebook' | 'upload';

  /** Whether sidecars stand beside the pictures or under the data folder. */
  @Column({ type: 'text' })
  sidecars!: 'beside' | 'apart';

  /** What tells this folder from another one mounted at the same place. */
  @Column({ type: 'text', nullable: true })
  sentinel!: string | null;
}
