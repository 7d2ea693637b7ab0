import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a decision is about. */
@Entity('decision_subjects')
export class DecisionSubjectEntity {
  @PrimaryColumn({ type: 'uuid' })
  decisionId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: SubjectKind;

  @PrimaryColumn({ type: 'uuid' })
  subjectId!: string;

  /** By key, the fact before and after. */
  @Column({ type: 'jsonb' })
  change!: object;
}

/** What a decision can be about. */
export type SubjectKind = 'document' | 'face' | 'person' | 'cluster' | 'stack' | 'root' | 'proposal';
