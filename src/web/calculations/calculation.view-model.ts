import type { StoredReference, WholeCalculation } from '../../features/calculations/dto/calculation.js';
import { showMoment } from '../account/show-moment.js';
import { crumbs, type Page } from '../shared/page.js';
import { type Sourced, sourced } from '../shared/sourced.js';
import { showDate, showYear } from '../shared/words.js';
import { namesOf } from './names-of.js';
import { showAnswer } from './show-answer.js';
import { holdsTags, kindName, type Shown } from './shown.js';

interface Fact {
  readonly key: string;
  readonly text: string;
  readonly href?: string;
}

export interface CalculationPage extends Omit<Shown, 'checks'> {
  readonly page: Page;
  readonly partnership: string;
  readonly kind: string;
  readonly why: string;
  readonly facts: readonly Fact[];
  readonly checks: readonly { readonly says: string; readonly tag: object }[];
  readonly sourced: Sourced;
  readonly digest: string;
  readonly answerDigest: string;
  readonly files: readonly { readonly text: string; readonly href: string; readonly download: boolean }[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** One recorded calculation with its working in plain words. */
export function calculationPage({ id, name }: Named, record: WholeCalculation): CalculationPage {
  const here = `/partnerships/${id}`;
  const names = namesOf(record.document);
  const { checks, ...shown } = showAnswer(record.kind, record.answer, (partner) => names.get(partner) ?? partner);
  const kind = kindName(record.kind);
  const api = `/api/v1${here}/calculations/${record.id}`;
  return {
    ...shown,
    ...{ partnership: name, kind, why: record.why, digest: record.digest, answerDigest: record.answerDigest },
    page: {
      title: `${kind}: ${name}`,
      section: 'partnerships',
      breadcrumbs: crumbs(
        { text: name, href: here },
        { text: 'Recorded calculations', href: `${here}/calculations` },
        { text: kind },
      ),
    },
    facts: facts(here, record),
    checks: checks.map(({ says, holds }) => ({ says, tag: holdsTags(holds) })),
    sourced: sourced(record),
    files: [
      { text: 'Download the figures as CSV', href: `${api}/table.csv`, download: true },
      { text: 'Download the figures as XLSX', href: `${api}/table.xlsx`, download: true },
      { text: 'The document and the whole answer as JSON', href: api, download: false },
    ],
  };
}

function facts(here: string, record: WholeCalculation): readonly Fact[] {
  const { agreementVersion, year, repeats, restsOn } = record;
  return [
    { key: 'Recorded', text: `${showMoment(record.recordedAt)}, by ${record.recordedBy}` },
    { key: 'Rules', text: `Version ${record.engine}` },
    ...(year === null ? [] : [ofYear(here, year, restsOn)]),
    ...(agreementVersion === null
      ? []
      : [{ key: 'About', text: 'An agreement version', href: `${here}/agreement-versions/${agreementVersion}` }]),
    ...(repeats === null ? [] : [again(here, record, repeats)]),
    ...restsOn.map((one) => ({ key: 'Rests on', ...reference(here, one) })),
  ];
}

/** The year leads to all that is recorded of it, where this was made from its share statement. */
function ofYear(here: string, year: string, restsOn: readonly StoredReference[]): Fact {
  const fact = { key: 'Financial year', text: showYear(year) };
  const isIts = restsOn.some(({ kind, id }) => kind === 'share-statement' && id === year);
  return isIts ? { ...fact, href: `${here}/calculations/years/${year}` } : fact;
}

/** Whether it came to the same as the one that it makes again. */
function again(here: string, { sameDigest, sameFigures }: WholeCalculation, id: string): Fact {
  const same = sameDigest ? 'the same digest' : `another digest, ${sameFigures ? 'the same figures' : 'other figures'}`;
  return { key: 'Makes again', text: `An earlier calculation: ${same}`, href: `${here}/calculations/${id}` };
}

function reference(here: string, { kind, id, asAt }: StoredReference): Omit<Fact, 'key'> {
  if (kind === 'calculation') return { text: 'A recorded calculation', href: `${here}/calculations/${id}` };
  if (kind === 'agreement-version') return { text: 'An agreement version', href: `${here}/agreement-versions/${id}` };
  const day = asAt === undefined ? '' : `?asAt=${asAt}`;
  const text = `The share statement for ${showYear(id)}${asAt === undefined ? '' : ` as at ${showDate(asAt)}`}`;
  return { text, href: `${here}/share-statements/${id}${day}` };
}
