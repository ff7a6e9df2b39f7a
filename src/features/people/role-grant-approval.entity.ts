import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('role_grant_approval')
export class RoleGrantApprovalRow extends RecordedRow {
  @PrimaryColumn('uuid')
  grant_id!: string;

  @Column('text')
  partnership_id!: string;

  @Column('text')
  authority_id!: string;
}
