import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';
import type { PersonRole } from '../access/roles.js';

@Entity('role_grant')
export class RoleGrantRow extends RecordedRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { nullable: true })
  partnership_id!: string | null;

  @Column('uuid')
  person_id!: string;

  @Column('text')
  role!: PersonRole;

  @Column('text', { nullable: true })
  authority_id!: string | null;

  @Column('date')
  starts_on!: string;

  @Column('date', { nullable: true })
  ends_before!: string | null;

  @Column('text', { nullable: true })
  given_for!: string | null;

  @Column('uuid', { nullable: true })
  given_by!: string | null;
}
