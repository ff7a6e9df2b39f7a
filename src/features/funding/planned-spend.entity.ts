import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('planned_spend')
export class PlannedSpendRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  source_id!: string;

  @Column('text', { nullable: true })
  authority_id!: string | null;

  @Column('date')
  starts_on!: string;

  @Column('date')
  ends_before!: string;

  @Column('bigint')
  amount_pence!: bigint;

  @Column('date')
  planned_on!: string;
}
