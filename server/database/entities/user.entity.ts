import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Someone who may sign in. */
@Entity('users')
export class UserEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  /** The name in NFKC and lower case. */
  @Column({ type: 'text' })
  nameKey!: string;

  @Column({ type: 'text' })
  role!: 'owner' | 'viewer';

  @Column({ type: 'text' })
  passwordHash!: string;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'boolean' })
  disabled!: boolean;
}
