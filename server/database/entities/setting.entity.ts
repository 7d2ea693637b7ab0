import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A small fact about the archive itself. */
@Entity('settings')
export class SettingEntity {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'jsonb' })
  value!: unknown;
}
