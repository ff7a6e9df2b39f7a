import { type LocalDate } from '../calendar/local-date.js';
import { type Bill, type Flag, type FlagCode, type RecordKind, type RecordRef } from './flag.js';
import { type Kept, type RiskPosition } from './position.js';
import { severityOf } from './severity.js';

/** What a rule says of a flag; the rest follows. */
interface Raised {
  readonly code: FlagCode;
  /** What the flag is about, as the last part of its id. */
  readonly about: string;
  readonly title: string;
  readonly words: string;
  readonly bill: Bill;
  readonly bitesOn: LocalDate;
  /** From when it is grave; never when left out. */
  readonly graveOn: LocalDate | undefined;
  readonly firstStood: LocalDate;
  readonly rule: string;
  readonly records: readonly RecordRef[];
  readonly couldDecide: readonly string[];
  readonly working: readonly string[];
}

/** A record as a flag refers to it. */
export function refer(kind: RecordKind, { id, illustrative }: Kept): RecordRef {
  return { kind, id, illustrative };
}

/** Makes a flag of what a rule says: its id, its severity, each record once, and whether any of them is made up. */
export function raise(position: RiskPosition, raised: Raised): Flag {
  const { about, bill, graveOn, ...said } = raised;
  const once = new Map(raised.records.map((record) => [`${record.kind} ${record.id}`, record]));
  const records = [...once.values()];
  return {
    ...said,
    ...bill,
    id: `${raised.code}.${about}`,
    severity: severityOf(position, raised.bitesOn, graveOn),
    records,
    illustrative: records.some(({ illustrative }) => illustrative),
  };
}

/** One rule: every flag of its code that the position raises. The position is as it was known (`asKnown`). */
export type FlagRule = (position: RiskPosition) => readonly Flag[];
