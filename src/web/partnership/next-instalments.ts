import { financialYearOf } from '../../engine/calendar/financial-year.js';
import type { LocalDate } from '../../engine/calendar/local-date.js';
import type { InstalmentSchedule } from '../../features/ledger/dto/instalments.js';
import type { Participation } from '../../features/partnerships/dto/participation.js';
import { standing } from '../ledger-bills/instalments.view-model.js';
import { illustrativeTag, type Tag } from '../shared/illustrative.js';
import { count, showDate, showPounds, showYear } from '../shared/words.js';

interface NextPart {
  readonly name: string;
  readonly due: string;
  readonly amount: string;
  readonly tag?: Tag;
  readonly says?: string;
}

/** What falls due next in the year that it is. */
export interface NextInstalments {
  readonly year: string;
  /** One sentence before the table, or instead of it. */
  readonly says: string;
  readonly tag: Tag | undefined;
  readonly rows: readonly NextPart[];
  /** What has fallen due and is not billed, in words; none where all of it is. */
  readonly behind: string | undefined;
  /** The page that has all of them; none where nothing falls due. */
  readonly all: string | undefined;
}

interface Asked {
  readonly partnership: string;
  readonly participations: readonly Participation[];
  readonly today: string;
}

type Part = InstalmentSchedule['partners'][number]['instalments'][number];

const isSome = (amount: string): boolean => /[1-9]/.test(amount);

/** The next instalment of each partner, and whether it is billed; `schedule` is that of the year, where there is one. */
export function nextInstalments(asked: Asked, schedule: InstalmentSchedule | undefined): NextInstalments {
  const { partnership, today } = asked;
  const year = showYear(financialYearOf(today as LocalDate));
  if (!schedule)
    return { year, says: nothingInForce(year), tag: undefined, rows: [], behind: undefined, all: undefined };
  const names = new Map(asked.participations.map(({ authority, authorityName }) => [authority, authorityName]));
  const rows = schedule.partners.flatMap(({ partner, instalments }) => {
    const next = instalments.find(({ dueOn, amount }) => dueOn >= today && isSome(amount));
    return next ? [rowOf(names.get(partner) ?? partner, next)] : [];
  });
  return {
    year,
    says: rows.length > 0 ? 'What each partner pays next of its share.' : `All of ${year} has fallen due.`,
    tag: illustrativeTag(schedule.illustrative),
    rows,
    behind: behindIn(schedule, today),
    all: `/partnerships/${partnership}/ledger/instalments/${schedule.year}`,
  };
}

const nothingInForce = (year: string): string =>
  `No agreement version with a funding schedule for ${year} is in force, so nothing falls due.`;

function rowOf(name: string, part: Part): NextPart {
  return { name, due: showDate(part.dueOn), amount: showPounds(part.amount), ...standing(part) };
}

/** How much fell due before today of which nothing is billed. */
function behindIn({ partners }: InstalmentSchedule, today: string): string | undefined {
  const parts = partners
    .flatMap(({ instalments }) => instalments)
    .filter(({ dueOn, amount, billed }) => dueOn < today && isSome(amount) && !isSome(billed));
  if (parts.length === 0) return undefined;
  return `${count(parts.length, 'instalment')} fell due before today and ${parts.length === 1 ? 'is' : 'are'} not billed.`;
}
