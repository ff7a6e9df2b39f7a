import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('ledger_bill_event')
export class LedgerBillEventRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  bill_id!: string;

  @Column('integer')
  number!: number;

  @Column('text')
  kind!: string;

  @Column('date')
  happened_on!: string;

  @Column('text', { nullable: true })
  invoice!: string | null;

  @Column('text', { nullable: true })
  host_ledger!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  decision_id!: string | null;

  @Column('text', { nullable: true })
  authority_id!: string | null;

  @Column('uuid', { nullable: true })
  acted_by!: string | null;
}
