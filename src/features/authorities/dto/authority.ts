import { IntersectionType } from '@nestjs/swagger';
import { Choice, OnsCode, Slug, Words } from '../../shared/fields.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

const kinds = ['county', 'unitary', 'metropolitan', 'london-borough', 'voluntary-agency', 'other'];

class AuthorityFields {
  @Slug({ says: 'Id of the authority, chosen by whoever adds it', example: 'surrey' })
  id!: string;

  @Words({ says: 'Its name', example: 'Surrey County Council', most: 200 })
  name!: string;

  @Choice(kinds, { says: 'What kind of authority it is', example: 'county' })
  kind!: string;
}

const code = { says: 'Its code of the Office for National Statistics, where it has one', example: 'E10000030' };

/** An authority to be added. */
export class NewAuthority extends IntersectionType(AuthorityFields, Sourced) {
  @OnsCode({ ...code, optional: true })
  code?: string;
}

/** A council or an agency; every partnership sees the same one. */
export class Authority extends IntersectionType(AuthorityFields, Recorded) {
  @OnsCode({ ...code, nullable: true })
  code!: string | null;
}
