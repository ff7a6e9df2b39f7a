import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../../shared/provenance.js';

@Entity('audit_key')
export class AuditKeyRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  authority_id!: string;

  @Column('text')
  key_id!: string;

  @Column('text')
  pem!: string;
}
