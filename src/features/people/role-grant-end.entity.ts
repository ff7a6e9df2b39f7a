import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('role_grant_end')
export class RoleGrantEndRow extends RecordedRow {
  @PrimaryColumn('uuid')
  grant_id!: string;

  @Column('text', { nullable: true })
  partnership_id!: string | null;
}
