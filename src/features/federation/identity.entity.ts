import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';

@Entity('federated_identity')
export class FederatedIdentityRow extends RecordedRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  person_id!: string;

  @Column('text')
  provider!: string;

  @Column('text')
  issuer!: string;

  @Column('text')
  subject!: string;

  @Column('text')
  authority_id!: string;

  @Column('integer')
  number!: number;

  @Column('uuid', { nullable: true })
  linked_by!: string | null;
}
