import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RecordedRow } from '../shared/provenance.js';
import type { StoredReference } from './dto/calculation.js';
import type { CalculationKind } from './kinds.js';

@Entity('calculation')
export class CalculationRow extends RecordedRow {
  @PrimaryColumn('text')
  partnership_id!: string;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: CalculationKind;

  @Column('text')
  why!: string;

  @Column('uuid', { nullable: true })
  agreement_version_id!: string | null;

  @Column('text', { nullable: true })
  financial_year!: string | null;

  @Column('uuid', { nullable: true })
  repeats_id!: string | null;

  @Column('jsonb')
  rests_on!: StoredReference[];

  @Column('text')
  document!: string;

  @Column('text')
  engine!: string;

  @Column('text')
  digest!: string;

  @Column('text')
  answer!: string;

  @Column('text')
  answer_digest!: string;

  @Column('text')
  figures_digest!: string;
}
