import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('partnership')
export class PartnershipRow extends RecordedRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  delivery_model!: string;

  @Column('text')
  about!: string;

  @Column('date', { nullable: true })
  live_on!: string | null;

  @Column('date', { nullable: true })
  fully_operational_on!: string | null;
}
