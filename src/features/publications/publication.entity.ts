import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('publication')
export class PublicationRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  partnership_name!: string;

  @Column('text')
  title!: string;

  @Column('text')
  financial_year!: string;

  @Column('date')
  as_at!: string;

  @Column('text')
  document!: string;

  @Column('text')
  digest!: string;

  @Column('date')
  published_on!: string;
}
