import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('certainty_change')
export class CertaintyChangeRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  source_id!: string;

  @Column('text')
  certainty!: string;

  @Column('date')
  happened_on!: string;

  @Column('date', { nullable: true })
  confirmed_until!: string | null;

  @Column('date', { nullable: true })
  next_decision_by!: string | null;
}
