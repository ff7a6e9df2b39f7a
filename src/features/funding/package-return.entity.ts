import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('package_return')
export class PackageReturnRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  source_id!: string;

  @Column('text')
  authority_id!: string;

  @Column('date')
  counted_on!: string;

  @Column('integer')
  children!: number;

  @Column('bigint')
  cost_each_pence!: bigint;
}
