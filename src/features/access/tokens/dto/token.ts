import { IntersectionType } from '@nestjs/swagger';
import { Actions, Choice, Count, Moment, Slug, Words, YesNo } from '../../../shared/fields.js';
import { Identified } from '../../../shared/identified.js';
import { personRoles, type PersonRole } from '../../roles.js';

export const MOST_DAYS = 366;

class TokenFields {
  @Words({ says: 'What you know it by', example: 'Ledger export, nightly', most: 200 })
  label!: string;
}

/** A token to be made, for a program that acts in the capacity that you act in now. */
export class NewToken extends TokenFields {
  @Actions({
    says: 'What it may do, as the table of permissions calls it; what reading that takes comes with it',
    example: ['contribution.read'],
  })
  actions!: string[];

  @Count({ says: 'For how many days, one at least', example: 90, most: MOST_DAYS })
  days!: number;
}

/** Why a token ends. */
export class TokenEnding {
  @Words({ says: 'Why it ends', example: 'The program has been switched off', most: 200 })
  reason!: string;
}

/** A token of yours. */
export class Token extends IntersectionType(Identified, TokenFields) {
  @Actions({ says: 'What it may do' })
  actions!: readonly string[];

  @Choice(Object.keys(personRoles), { says: 'In which role' })
  role!: PersonRole;

  @Slug({ says: 'In which partnership; none for an administrator', nullable: true })
  partnership!: string | null;

  @Slug({ says: 'For which authority; none for auditors and administrators', nullable: true })
  authority!: string | null;

  @Moment({ says: 'When it was made' })
  madeAt!: string;

  @Moment({ says: 'When it was last used, to about a minute' })
  usedAt!: string;

  @Moment({ says: 'From when on it is worth nothing' })
  expiresAt!: string;

  @YesNo({ says: 'Whether it may be used: it and the role it was made in have not ended' })
  stands!: boolean;
}

/** A token that was made, with what its bearer sends: shown this once, and kept nowhere. */
export class MadeToken extends Token {
  @Words({ says: 'Send it as `Authorization: Bearer …`. Nobody can show it to you again' })
  secret!: string;
}
