import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { exampleInstalments } from '../../shared/example-instalments.js';
import { exampleLadders } from '../../shared/example-ladders.js';
import { exampleSchedule } from '../../shared/example-schedule.js';
import { CalendarDate, Count, Document, Uuid, Uuids, Words } from '../../shared/fields.js';
import { Identified } from '../../shared/identified.js';
import { Recorded, Sourced } from '../../shared/provenance.js';

class VersionFields {
  @Uuid({ says: 'The agreement that it is a version of' })
  agreement!: string;

  @CalendarDate({ says: 'Its first day', example: '2030-04-01' })
  from!: string;

  @Uuid({ says: 'The approved decision that puts it in force' })
  decision!: string;

  @Document({
    says: 'The funding schedule: a shares document, as POST /api/v1/calculations/shares takes it',
    example: exampleSchedule('2030-31'),
  })
  schedule!: object;
}

class VersionGiven {
  @CalendarDate({ says: 'The day after its last; left out when it has no end', optional: true })
  until?: string | null;

  @Uuids({ says: 'Earlier versions that it takes the place of, for the days they share', optional: true })
  supersedes?: string[];

  @Words({ says: 'Where in the agreement the schedule stands', example: 'Schedule 3', optional: true, most: 300 })
  clause?: string | null;

  @Document({
    says:
      'When flags are raised, where this differs from the defaults; above how much two councils approve (`twoCouncilsAbove`); ' +
      'and whether spending past a budget line only `warns` or `stops` (`overspendOfLine`): it warns when left out',
    optional: true,
  })
  thresholds?: object;

  @Document({
    says:
      'The two ladders: `overspend` and `underspend` as in a variance document, with `members`, `reserve.floor` and `rounding` ' +
      'where the agreement says so. Left out, nobody bears or gets a variance until the board decides',
    example: exampleLadders,
    optional: true,
  })
  ladders?: object | null;

  @Document({
    says:
      'How a year’s share falls due: `profile`, equal quarters or months in advance or in arrears, or `stated-dates` with its ' +
      '`dates` (`on`, a day of the year such as "06-30", and `percent`, together exactly 100); `daysToPay`, 0 when left out; ' +
      '`oddPennies`, largest-remainder when left out, first-listed or largest-share; and the `clause`. Left out, quarters in ' +
      'advance are shown',
    example: exampleInstalments,
    optional: true,
  })
  instalments?: object | null;
}

/** Days on which a version is in force. */
export class InForce {
  @CalendarDate({ says: 'The first day' })
  from!: string;

  @CalendarDate({ says: 'The day after the last; null when there is no end', nullable: true })
  until!: string | null;
}

class VersionShown {
  @Count({ says: 'Which version of its agreement', most: 1_000_000 })
  number!: number;

  @CalendarDate({ says: 'The day after its last; null when it has no end', nullable: true })
  until!: string | null;

  @Uuids({ says: 'Earlier versions that it took the place of' })
  supersedes!: string[];

  @Words({ says: 'Where in the agreement the schedule stands', nullable: true })
  clause!: string | null;

  @Document({ says: 'When flags are raised, where this differs from the defaults' })
  thresholds!: object;

  @Document({
    says: 'The two ladders; null where none are recorded, and then nothing is shared by default',
    nullable: true,
  })
  ladders!: object | null;

  @Document({ says: 'How a year’s share falls due; null where it is not recorded', nullable: true })
  instalments!: object | null;

  @Words({ says: 'SHA-256 of the schedule in its canonical form' })
  scheduleDigest!: string;

  @ApiProperty({ type: [InForce], description: 'The days on which it is in force, after whatever superseded it' })
  inForce!: InForce[];
}

/** A version to be added. */
export class NewAgreementVersion extends IntersectionType(VersionFields, VersionGiven, Sourced) {}

/** One version of an agreement, never edited. */
export class AgreementVersion extends IntersectionType(Identified, VersionFields, VersionShown, Recorded) {}
