import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

abstract class OfPartnership extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;
}

@Entity('ledger_closing')
export class LedgerClosingRow extends OfPartnership {
  @Column('date')
  starts_on!: string;

  @Column('integer')
  number!: number;

  @Column('uuid', { nullable: true })
  follows_id!: string | null;

  @Column('text')
  why!: string;

  @Column('text')
  frozen!: string;

  @Column('text')
  digest!: string;
}

@Entity('ledger_reopening')
export class LedgerReopeningRow extends OfPartnership {
  @Column('uuid')
  closing_id!: string;

  @Column('text', { nullable: true })
  authority_id!: string | null;

  @Column('text')
  why!: string;

  @Column('uuid', { nullable: true })
  asked_by!: string | null;
}

@Entity('ledger_reopening_outcome')
export class LedgerReopeningOutcomeRow extends OfPartnership {
  @Column('uuid')
  reopening_id!: string;

  @Column('text')
  outcome!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { nullable: true })
  authority_id!: string | null;

  @Column('uuid', { nullable: true })
  decided_by!: string | null;
}
