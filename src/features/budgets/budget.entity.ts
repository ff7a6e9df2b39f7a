import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

abstract class OfFund extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  fund!: string;

  @Column('text')
  financial_year!: string;

  @Column('text')
  digest!: string;
}

@Entity('budget')
export class BudgetRow extends OfFund {
  @Column('text')
  kind!: string;

  @Column('date')
  starts_on!: string;

  @Column('uuid')
  decision_id!: string;

  @Column('boolean')
  decision_puts_in_force!: boolean;

  @Column('text', { nullable: true })
  why!: string | null;

  @Column('jsonb')
  lines!: readonly StoredLine[];
}

@Entity('forecast')
export class ForecastRow extends OfFund {
  @Column('text')
  report!: string;

  @Column('date')
  made_on!: string;

  @Column('date', { nullable: true })
  actuals_to!: string | null;

  @Column('uuid', { nullable: true })
  decision_id!: string | null;

  @Column('jsonb')
  rows!: readonly StoredMonth[];
}

/** A line of a budget as it is kept: pence as text, so that none passes through a float. */
interface StoredLine {
  readonly line: string;
  readonly name: string;
  readonly pence: string;
}

/** What one line is expected to spend in one month, as it is kept. */
interface StoredMonth {
  readonly line: string;
  readonly month: string;
  readonly pence: string;
}
