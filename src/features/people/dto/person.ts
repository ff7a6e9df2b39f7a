import { IntersectionType } from '@nestjs/swagger';
import { Slug, Words } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

class PersonFields {
  @Words({ says: 'Their name, as their council knows them', example: 'Rosalind Achebe', most: 200 })
  name!: string;
}

const authority = { says: 'The council that employs them; none for auditors and administrators from outside' };

/** A person to be registered. */
export class NewPerson extends IntersectionType(PersonFields, Sourced) {
  @Slug({ ...authority, example: 'dorset', optional: true })
  authority?: string;
}

/** Somebody who may be given roles. */
export class Person extends IntersectionType(Identified, PersonFields, Recorded) {
  @Slug({ ...authority, nullable: true })
  authority!: string | null;
}
