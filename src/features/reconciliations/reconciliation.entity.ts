import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

abstract class OfPartnership extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;
}

@Entity('host_line')
export class HostLineRow extends OfPartnership {
  @Column('uuid')
  import_id!: string;

  @Column('integer')
  row_number!: number;

  @Column('date')
  on_day!: string;

  @Column('text', { nullable: true })
  reference!: string | null;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('bigint')
  amount_pence!: bigint;

  @Column('text', { nullable: true })
  account_code!: string | null;
}

@Entity('reconciliation')
export class ReconciliationRow extends OfPartnership {
  @Column('uuid')
  import_id!: string;

  @Column('text', { nullable: true })
  code!: string | null;

  @Column('text')
  account!: string;

  @Column('text')
  fund!: string;

  @Column('text', { nullable: true })
  line!: string | null;

  @Column('date')
  starts_on!: string;

  @Column('date')
  as_at!: string;

  @Column('bigint')
  opening_pence!: bigint;

  @Column('text', { nullable: true })
  opening_why!: string | null;

  @Column('boolean')
  turned!: boolean;

  @Column('smallint')
  days!: number;
}

@Entity('host_match')
export class HostMatchRow extends OfPartnership {
  @Column('uuid')
  reconciliation_id!: string;

  @Column('text')
  kind!: string;

  @Column('uuid', { array: true })
  host_lines!: string[];

  @Column('uuid', { array: true })
  entries!: string[];

  @Column('text')
  reason!: string;
}

@Entity('host_match_undone')
export class HostMatchUndoneRow extends OfPartnership {
  @Column('text')
  reason!: string;
}
