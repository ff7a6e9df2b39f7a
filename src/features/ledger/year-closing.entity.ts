import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('ledger_year_closing')
export class LedgerYearClosingRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  financial_year!: string;

  @Column('integer')
  number!: number;

  @Column('uuid', { nullable: true })
  follows_id!: string | null;

  @Column('uuid', { nullable: true })
  closing_id!: string | null;

  @Column('text')
  why!: string;

  @Column('text')
  frozen!: string;

  @Column('text')
  digest!: string;
}
