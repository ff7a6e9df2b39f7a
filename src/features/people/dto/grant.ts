import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { personRoles, type PersonRole } from '../../access/roles.js';
import { CalendarDate, Choice, Moment, Slug, Uuid, Words, YesNo } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

class WhoAndSince {
  @Uuid({ says: 'The person who has the role' })
  person!: string;

  @CalendarDate({ says: 'The first day on which they have it', example: '2026-12-01' })
  from!: string;
}

class AsWhat {
  @Choice(Object.keys(personRoles), { says: 'The role', example: 'board-member' })
  role!: PersonRole;
}

const authority = { says: 'The authority the role belongs to; none for auditors and administrators' };
const until = { says: 'The day after the last on which they have it, where that is known; an auditor always has one' };

/** An administrator to be named. */
export class NewAdministrator extends IntersectionType(WhoAndSince, Sourced) {
  @CalendarDate({ ...until, example: '2027-12-01', optional: true })
  until?: string;
}

/** A role to be given. */
export class NewGrant extends IntersectionType(WhoAndSince, AsWhat, Sourced) {
  @Slug({ ...authority, example: 'bcp', optional: true })
  authority?: string;

  @CalendarDate({ ...until, example: '2027-12-01', optional: true })
  until?: string;
}

/** A second council agrees that somebody is an auditor. */
export class NewApproval extends Sourced {
  @Slug({ says: 'The council that agrees: your own', example: 'dorset' })
  authority!: string;
}

/** Why a role ends. */
export class GrantEnding {
  @Words({ says: 'Why it ends', example: 'They have left the council' })
  reason!: string;
}

/** The agreement of a second council. */
class Approved {
  @Slug({ says: 'The council that agreed' })
  authority!: string;

  @Words({ says: 'The office that agreed for it' })
  by!: string;

  @Moment({ says: 'When' })
  at!: string;
}

/** That and why a role ended before its time. */
class Ended {
  @Words({ says: 'Why' })
  reason!: string;

  @Words({ says: 'The office that ended it' })
  by!: string;

  @Moment({ says: 'When: from then on nobody acts in it' })
  at!: string;
}

/** A role that a person has, from one day until before another. */
export class Grant extends IntersectionType(Identified, WhoAndSince, AsWhat, Recorded) {
  @Words({ says: 'The name of that person' })
  personName!: string;

  @Slug({ ...authority, nullable: true })
  authority!: string | null;

  @CalendarDate({ ...until, nullable: true })
  until!: string | null;

  @Uuid({ says: 'The person who gave it; none where the service itself did', nullable: true })
  givenBy!: string | null;

  @Slug({ says: 'The authority whose lead officer gave it; none where an administrator did', nullable: true })
  givenFor!: string | null;

  @ApiProperty({ type: Approved, nullable: true, description: 'An auditor’s: that a second council agreed' })
  approved!: Approved | null;

  @ApiProperty({ type: Ended, nullable: true, description: 'That it was ended before its time' })
  ended!: Ended | null;

  @YesNo({ says: 'Whether the person may act in it today' })
  inForce!: boolean;
}
