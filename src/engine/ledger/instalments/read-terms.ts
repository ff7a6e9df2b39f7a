import { readDate } from '../../calendar/local-date.js';
import { add, compare, fraction, ZERO } from '../../money/fraction.js';
import { accept, type Fault, type Outcome, refuse } from '../../outcome.js';
import { readFigure } from '../../reading/decimal-field.js';
import { type Fields, readFields } from '../../reading/fields.js';
import { readList } from '../../reading/list-field.js';
import { readOneOf } from '../../reading/one-of.js';
import { at, fault, note, type Place, placeAt, type Read } from '../../reading/place.js';
import { readOptionalText } from '../../reading/text-field.js';
import { type Profile, profiles } from './profile.js';
import { type InstalmentTerms, oddPennyRules, type StatedDate } from './terms.js';

/** The terms, and where in the agreement they stand. */
interface StatedTerms extends InstalmentTerms {
  readonly clause: string | undefined;
}

const STATED = 'stated-dates';
const profileNames = [...(Object.keys(profiles) as Profile[]), STATED] as const;

/** A year: nobody has longer to pay, so whatever is more is a slip of the pen. */
const MOST_DAYS = 366;
/** No year has more parts than this. */
const MOST_PARTS = 53;

/** A day that every year has, `MM-DD`; 29 February is none. */
function readDayOfYear(place: Place, raw: unknown): Read<string> {
  const fits = typeof raw === 'string' && readDate(`2001-${raw}`) !== undefined;
  return fits ? raw : note(place, 'not-a-date', 'a day that every year has, month first, such as "06-30"', raw);
}

/** Where in a financial year a day comes: April to December before January to March. */
export const inYear = (day: string): string => `${day < '04-01' ? '1' : '0'}-${day}`;

function readStatedDate(place: Place, raw: unknown): Read<StatedDate> {
  const fields = readFields(place, raw, ['on', 'percent']);
  if (!fields) return null;
  const day = readDayOfYear(at(place, 'on'), fields.get('on'));
  const percent = readFigure(at(place, 'percent'), fields.get('percent'));
  if (percent && compare(percent, ZERO) === 0)
    return fault(at(place, 'percent'), 'no-weight', 'Expected a part of more than nothing');
  return day === null || percent === null ? null : { day, percent };
}

/** The stated dates in the order of the year, each once, whose parts make the whole. */
function readStatedDates(place: Place, raw: unknown): Read<readonly StatedDate[]> {
  const given = readList(place, raw, MOST_PARTS);
  if (!given) return null;
  const dates = given.map((one, index) => readStatedDate(at(place, index), one));
  const read = dates.filter((one) => one !== null);
  inOrder(place, dates);
  if (read.length < dates.length) return null;
  const whole = read.reduce((sum, { percent }) => add(sum, percent), ZERO);
  if (compare(whole, fraction(100n)) !== 0)
    return fault(place, 'not-100-percent', 'Expected parts that come to exactly 100 per cent of the year’s share');
  return read;
}

function inOrder(place: Place, dates: readonly Read<StatedDate>[]): void {
  dates.forEach((one, index) => {
    const before = dates[index - 1];
    if (!one || !before || inYear(before.day) < inYear(one.day)) return;
    const wanted = `Expected a day later in the financial year than ${before.day}; came ${one.day}`;
    fault(at(at(place, index), 'on'), 'not-a-date', wanted);
  });
}

function readDays(place: Place, raw: unknown): Read<number> {
  const wants = `a whole number of days from 0 to ${MOST_DAYS}`;
  if (typeof raw !== 'number' || !Number.isInteger(raw)) return note(place, 'not-a-whole-number', wants, raw);
  return raw < 0 || raw > MOST_DAYS ? note(place, 'over-limit', wants, raw) : raw;
}

function readFalls(place: Place, fields: Fields): Read<InstalmentTerms['falls']> {
  const profile = readOneOf(at(place, 'profile'), fields.get('profile'), profileNames);
  if (profile === STATED) return readStatedDates(at(place, 'dates'), fields.get('dates'));
  if (profile !== null && fields.has('dates'))
    return fault(at(place, 'dates'), 'unknown-field', `Expected no dates: those of "${profile}" follow from it`);
  return profile;
}

/**
 * How an agreement version says that a year's share falls due (our form of its clause): `profile`, one of the four of equal
 * parts or `stated-dates` with its `dates` (`on`, a day of the year, and `percent`, together exactly 100); `daysToPay`, 0
 * when left out; `oddPennies`, to the largest remainders and then the earliest when left out; `clause`. Or every fault.
 */
export function readInstalmentTerms(raw: unknown): Outcome<StatedTerms> {
  const faults: Fault[] = [];
  const place = placeAt('', faults);
  const fields = readFields(place, raw, ['profile', 'dates', 'daysToPay', 'oddPennies', 'clause']);
  if (!fields) return refuse(faults);
  const falls = readFalls(place, fields);
  const daysToPay = fields.has('daysToPay') ? readDays(at(place, 'daysToPay'), fields.get('daysToPay')) : 0;
  const named = fields.get('oddPennies');
  const oddPennies = named === undefined ? oddPennyRules[0] : readOneOf(at(place, 'oddPennies'), named, oddPennyRules);
  const clause = readOptionalText(place, fields, 'clause');
  if (faults.length > 0 || falls === null || daysToPay === null || oddPennies === null) return refuse(faults);
  return accept({ falls, daysToPay, oddPennies, clause });
}
