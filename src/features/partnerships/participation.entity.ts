import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('participation')
export class ParticipationRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  authority_id!: string;

  @Column('text')
  role!: string;

  @Column('date')
  starts_on!: string;

  @Column('date', { nullable: true })
  ends_before!: string | null;
}
