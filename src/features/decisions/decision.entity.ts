import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('decision')
export class DecisionRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { nullable: true })
  authority_id!: string | null;

  @Column('text')
  body!: string;

  @Column('text')
  reference!: string;

  @Column('date')
  taken_on!: string;

  @Column('text')
  outcome!: string;

  @Column('text')
  approves!: string;

  @Column('text')
  title!: string;

  @Column('boolean')
  puts_in_force!: boolean;
}
