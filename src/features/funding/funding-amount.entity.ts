import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('funding_amount')
export class FundingAmountRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  source_id!: string;

  @Column('date')
  starts_on!: string;

  @Column('date')
  ends_before!: string;

  @Column('bigint')
  amount_pence!: bigint;

  @Column('bigint', { nullable: true })
  limit_per_child_pence!: bigint | null;

  @Column('date')
  announced_on!: string;
}
