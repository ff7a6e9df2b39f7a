import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

abstract class OfPartnership extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('bigint')
  amount_pence!: bigint;
}

@Entity('commitment')
export class CommitmentRow extends OfPartnership {
  @Column('text')
  fund!: string;

  @Column('text')
  line!: string;

  @Column('text')
  supplier!: string;

  @Column('text')
  reference!: string;

  @Column('text')
  what!: string;

  @Column('date')
  ordered_on!: string;

  @Column('date')
  expected_in!: string;

  @Column('text')
  financial_year!: string;
}

@Entity('commitment_release')
export class CommitmentReleaseRow extends OfPartnership {
  @Column('uuid')
  commitment_id!: string;

  @Column('date')
  released_on!: string;

  @Column('text')
  reason!: string;
}
