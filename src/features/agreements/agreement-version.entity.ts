import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('agreement_version')
export class AgreementVersionRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  agreement_id!: string;

  @Column('integer')
  number!: number;

  @Column('date')
  starts_on!: string;

  @Column('date', { nullable: true })
  ends_before!: string | null;

  @Column('uuid', { array: true })
  supersedes!: string[];

  @Column('uuid')
  decision_id!: string;

  @Column('boolean')
  decision_puts_in_force!: boolean;

  @Column('text', { nullable: true })
  clause!: string | null;

  @Column('jsonb')
  schedule!: object;

  @Column('text')
  schedule_digest!: string;

  @Column('jsonb')
  thresholds!: object;

  @Column('jsonb', { nullable: true })
  ladders!: object | null;

  @Column('jsonb', { nullable: true })
  instalments!: object | null;
}
