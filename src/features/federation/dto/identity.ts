import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { Matching, Moment, Slug, Uuid, Words } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';
import { isSubject } from '../subject.js';

class IdentityFields {
  @Slug({ says: 'The provider that knows them, by its id in the configuration', example: 'kent' })
  provider!: string;

  @Matching(isSubject, 'a subject of 1 to 255 ASCII characters, as the provider writes it', {
    says: 'What the provider calls them (`sub`), letter for letter: the page that refused them shows it',
    example: '248289761001',
  })
  subject!: string;
}

/** An identity to be linked to a person. */
export class NewIdentity extends IntersectionType(IdentityFields, Sourced) {}

/** Why an identity ends. */
export class IdentityEnding {
  @Words({ says: 'Why it ends', example: 'They have left the council' })
  reason!: string;
}

class IdentityEnded {
  @Words({ says: 'Why' })
  reason!: string;

  @Words({ says: 'The office that ended it' })
  by!: string;

  @Moment({ says: 'When: from then on nobody signs in by it, and whoever had was signed out' })
  at!: string;
}

/** What a council's provider calls a person. */
export class Identity extends IntersectionType(Identified, IdentityFields, Recorded) {
  @Uuid({ says: 'The person' })
  person!: string;

  @Words({ says: 'The issuer within which the subject is theirs' })
  issuer!: string;

  @Slug({ says: 'The council whose provider it is' })
  authority!: string;

  @Uuid({ says: 'The administrator who linked it; none where the service itself did', nullable: true })
  linkedBy!: string | null;

  @ApiProperty({ type: IdentityEnded, nullable: true, description: 'That it was ended' })
  ended!: IdentityEnded | null;
}
