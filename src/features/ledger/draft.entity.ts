import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

abstract class OfPartnership extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { nullable: true })
  authority_id!: string | null;
}

@Entity('ledger_draft')
export class LedgerDraftRow extends OfPartnership {
  @Column('text')
  kind!: string;

  @Column('uuid', { nullable: true })
  settlement_id!: string | null;
}

@Entity('ledger_draft_version')
export class LedgerDraftVersionRow extends OfPartnership {
  @Column('uuid')
  draft_id!: string;

  @Column('integer')
  number!: number;

  @Column('jsonb')
  content!: object;

  @Column('text')
  digest!: string;

  @Column('uuid', { nullable: true })
  entered_by!: string | null;

  @Column('text', { nullable: true })
  entered_for!: string | null;
}

@Entity('ledger_outcome')
export class LedgerOutcomeRow extends OfPartnership {
  @Column('uuid')
  draft_id!: string;

  @Column('integer')
  number!: number;

  @Column('text')
  digest!: string;

  @Column('text')
  outcome!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { nullable: true })
  decided_by!: string | null;
}
