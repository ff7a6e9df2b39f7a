import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('contribution')
export class ContributionRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  authority_id!: string;

  @Column('date')
  due_on!: string;

  @Column('text')
  financial_year!: string;

  @Column('bigint')
  amount_pence!: bigint;

  @Column('text')
  what!: string;

  /** The import that somebody else approved as a whole, where it came from one. */
  @Column('uuid', { nullable: true })
  import_id!: string | null;
}
