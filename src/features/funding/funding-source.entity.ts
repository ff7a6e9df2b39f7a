import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('funding_source')
export class FundingSourceRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  funder!: string;

  @Column('text')
  route!: string;

  @Column('text')
  pays_for!: string;

  @Column('text', { nullable: true })
  pot!: string | null;

  @Column('text', { nullable: true })
  line!: string | null;

  @Column('text', { nullable: true })
  conditions!: string | null;

  @Column('date')
  starts_on!: string;
}
