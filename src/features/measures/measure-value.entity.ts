import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('measure_value')
export class MeasureValueRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  measure!: string;

  @Column('text')
  authority_id!: string;

  @Column('text')
  financial_year!: string;

  @Column('numeric')
  value!: string;

  @Column('text')
  unit!: string;

  @Column('text')
  status!: string;
}
