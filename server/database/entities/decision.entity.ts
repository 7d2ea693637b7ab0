import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something a person said. */
@Entity('decisions')
export class DecisionEntity {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** `person:<id>`. */
  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'jsonb' })
  payload!: object;

  /** The decision this one takes back. */
  @Column({ type: 'uuid', nullable: true })
  undoes!: string | null;

  /** When its words were forgotten. */
  @Column({ type: 'timestamptz', nullable: true })
  redactedAt!: Date | null;
}
