import type { LocalDate } from '../../../engine/calendar/local-date.js';
import { sayDate } from '../../../engine/shares/say-period.js';
import { sayPence } from '../../../engine/shares/say.js';
import { toPence } from '../../shared/money.js';
import type { RecordedPart, RecordedYear, RecordedYearCheck } from '../dto/recorded-year.js';
import type { Statement } from './statement.js';
import { sumOf } from './sum-of.js';

type Made = Pick<RecordedYear, 'total' | 'unallocated' | 'partners'>;

/** Whether a recorded year is whole, adds up, and is what its share statement says, each said with its figures. */
export function yearChecks(statement: Statement, parts: readonly RecordedPart[], made: Made): RecordedYearCheck[] {
  const recorded = parts.filter(({ calculation }) => calculation !== null);
  const daysOf = (some: readonly RecordedPart[]) => some.reduce((sum, part) => sum + part.days, 0);
  const [held, shared] = [daysOf(recorded), daysOf(parts)];
  const borne = sumOf([...made.partners.map(({ amount }) => amount), made.unallocated]);
  return [
    {
      check: 'every-day-is-recorded',
      holds: recorded.length === parts.length,
      says: `${held} of the ${shared} days that agreement versions share are recorded, in ${recorded.length} of ${parts.length} parts.`,
    },
    ...recorded.map(partFoots),
    {
      check: 'year-foots',
      holds: borne === toPence(made.total),
      says: `Partners and what nobody bears: ${sayPence(borne)}; the parts: ${sayPence(toPence(made.total))}.`,
    },
    asTheStatement(statement, made),
  ];
}

function partFoots({ from, calculation }: RecordedPart): RecordedYearCheck {
  const { partners = [], unallocated = '0.00', total = '0.00' } = calculation ?? {};
  const borne = sumOf([...partners.map(({ amount }) => amount), unallocated]);
  const says = `The part from ${sayDate(from as LocalDate)}: partners and what nobody bears ${sayPence(borne)}; in all ${sayPence(toPence(total))}.`;
  return { check: 'part-foots', holds: borne === toPence(total), says };
}

/** Later versions and later rules may have moved the statement: then a partner's recorded amount is no longer its share. */
function asTheStatement({ partners, asAt }: Statement, made: Made): RecordedYearCheck {
  const recorded = new Map(made.partners.map(({ partner, amount }) => [partner, amount]));
  const named = new Set([...recorded.keys(), ...partners.map(({ partner }) => partner)]);
  const shares = new Map(partners.map(({ partner, share }) => [partner, share]));
  const apart = [...named].filter((partner) => (recorded.get(partner) ?? '0.00') !== (shares.get(partner) ?? '0.00'));
  return {
    check: 'as-the-share-statement',
    holds: apart.length === 0,
    says: `${named.size - apart.length} of ${named.size} partners bear what the share statement as at ${sayDate(asAt as LocalDate)} says.`,
  };
}
