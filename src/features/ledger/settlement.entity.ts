import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SettlementKind } from './dto/settlement.js';
import { RecordedRow } from '../shared/provenance.js';

@Entity('ledger_settlement')
export class LedgerSettlementRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: SettlementKind;

  @Column('text')
  fund!: string;

  @Column('text')
  financial_year!: string;

  @Column('integer')
  number!: number;

  @Column('uuid', { nullable: true })
  calculation_id!: string | null;

  @Column('uuid')
  decision_id!: string;

  @Column('date')
  effective_on!: string;

  @Column('text')
  why!: string;

  @Column('jsonb')
  proposes!: object;
}
