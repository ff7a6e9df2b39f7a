import type { RecordedPart, RecordedYear } from '../../features/calculations/dto/recorded-year.js';
import { showMoment } from '../account/show-moment.js';
import type { Download } from '../shared/downloads.js';
import { illustrativeTag, type Tag } from '../shared/illustrative.js';
import { crumbs, type Page } from '../shared/page.js';
import { count, showDate, showPeriod, showPounds, showYear } from '../shared/words.js';
import { holdsTags } from './shown.js';

interface PartShown {
  readonly when: string;
  readonly version: string;
  readonly versionHref: string;
  /** What was recorded of it; nothing where nothing was. */
  readonly recorded: { readonly text: string; readonly href: string; readonly digest: string } | undefined;
  /** That today's statement would be made of another document, or by other rules. */
  readonly differs: boolean;
}

export interface RecordedYearPage {
  readonly page: Page;
  readonly partnership: string;
  readonly heading: string;
  readonly tag: Tag | undefined;
  readonly says: string;
  readonly isWhole: boolean;
  readonly parts: readonly PartShown[];
  /** A column for each recorded part, and one for all of them. */
  readonly head: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly string[] }[];
  readonly total: readonly string[];
  readonly checks: readonly { readonly says: string; readonly tag: object }[];
  readonly digest: string;
  readonly statement: string;
  /** Where what is missing can be recorded; nowhere where nothing is. */
  readonly record: string | undefined;
  readonly files: readonly Download[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** A year as it was recorded, whole: its parts side by side, and what each partner bears over all of them. */
export function recordedYearPage({ id, name }: Named, year: RecordedYear): RecordedYearPage {
  const here = `/partnerships/${id}`;
  const heading = `What is recorded of ${showYear(year.year)}`;
  const recorded = year.parts.flatMap(({ from, until, calculation }) =>
    calculation ? [{ when: showPeriod(from, until), calculation }] : [],
  );
  return {
    page: {
      title: `${heading}: ${name}`,
      section: 'partnerships',
      breadcrumbs: crumbs(
        { text: name, href: here },
        { text: 'Recorded calculations', href: `${here}/calculations` },
        { text: showYear(year.year) },
      ),
    },
    ...{ partnership: name, heading, tag: illustrativeTag(year.illustrative), says: sayParts(year) },
    isWhole: year.complete,
    parts: year.parts.map((part) => showPart(here, part)),
    head: recorded.map(({ when }) => when),
    rows: shares(year, recorded),
    total: [...recorded.map(({ calculation }) => calculation.total), year.total].map(showPounds),
    checks: year.checks.map(({ says, holds }) => ({ says, tag: holdsTags(holds) })),
    digest: year.digest,
    statement: `${here}/share-statements/${year.year}?asAt=${year.asAt}`,
    record: year.complete ? undefined : `${here}/calculations/new?kind=shares`,
    files: [fileOf(here, year)],
  };
}

function sayParts({ parts, complete, asAt }: RecordedYear): string {
  const shared = `${count(parts.length, 'agreement version')} ${parts.length === 1 ? 'shares' : 'share'} this year as at ${showDate(asAt)}`;
  if (complete) return `${shared}, and all of it is recorded.`;
  return parts.some(({ calculation }) => calculation)
    ? `${shared}. Not all of it is recorded, so these are not the totals of the year.`
    : `${shared}. None of it is recorded yet.`;
}

function showPart(here: string, { from, until, days, agreement, number, ...part }: RecordedPart): PartShown {
  const { agreementVersion, calculation } = part;
  return {
    when: `${showPeriod(from, until)} (${count(days, 'day')})`,
    version: `${agreement}, version ${number}`,
    versionHref: `${here}/agreement-versions/${agreementVersion}`,
    recorded: calculation
      ? {
          text: `${calculation.why}, ${showMoment(calculation.recordedAt)}, by ${calculation.recordedBy}`,
          href: `${here}/calculations/${calculation.id}`,
          digest: calculation.digest,
        }
      : undefined,
    differs: calculation?.sameDigest === false,
  };
}

type Recorded = readonly { readonly calculation: NonNullable<RecordedPart['calculation']> }[];

/** Each partner's amount in every part and over all of them; then what nobody bears. */
function shares({ partners, unallocated }: RecordedYear, recorded: Recorded): RecordedYearPage['rows'] {
  const amountIn = (partner: string, of: Recorded[number]) =>
    of.calculation.partners.find((one) => one.partner === partner)?.amount ?? '0.00';
  return [
    ...partners.map(({ partner, name, amount }) => ({
      name,
      cells: [...recorded.map((one) => amountIn(partner, one)), amount].map(showPounds),
    })),
    ...(unallocated === '0.00'
      ? []
      : [
          {
            name: 'Nobody',
            cells: [...recorded.map(({ calculation }) => calculation.unallocated), unallocated].map(showPounds),
          },
        ]),
  ];
}

function fileOf(here: string, { year, asAt }: RecordedYear): Download {
  const file = (form: string) => `/api/v1${here}/calculations/years/${year}/all.${form}?asAt=${asAt}`;
  return { text: 'This recorded year', action: 'calculation.read', csv: file('csv'), xlsx: file('xlsx') };
}
