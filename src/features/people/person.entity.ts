import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('person')
export class PersonRow extends RecordedRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  authority_id!: string | null;
}
