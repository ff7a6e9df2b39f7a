import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('provision')
export class ProvisionRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  authority_id!: string;

  @Column('text')
  financial_year!: string;

  @Column('bigint')
  amount_pence!: bigint;

  @Column('date')
  decided_on!: string;
}
