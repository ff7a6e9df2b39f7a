import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('receipt')
export class ReceiptRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  authority_id!: string;

  @Column('uuid')
  contribution_id!: string;

  @Column('date')
  received_on!: string;

  @Column('bigint')
  amount_pence!: bigint;

  @Column('text')
  reference!: string;

  /** The import that somebody else approved as a whole, where it came from one. */
  @Column('uuid', { nullable: true })
  import_id!: string | null;
}
