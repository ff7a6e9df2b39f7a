import type { RecordedCalculation } from '../../features/calculations/dto/calculation.js';
import type { Decision } from '../../features/decisions/dto/decision.js';
import type { SettlementKind } from '../../features/ledger/dto/settlement.js';
import { showDay } from '../account/show-moment.js';
import { ledgerCrumbs, ledgerOf, named, type Place } from '../ledger/place.js';
import { select, textInput, type Typed } from '../shared/inputs.js';
import { showDate, showYear } from '../shared/words.js';
import { yearEndOf } from './year-end.view-model.js';

/** What a form of a settlement chooses from. */
export interface SettleOffered {
  readonly calculations: readonly RecordedCalculation[];
  readonly decisions: readonly Decision[];
  readonly funds: readonly string[];
}

export interface Settling {
  readonly kind: SettlementKind;
  readonly year: string;
  readonly typed: Typed;
  /** By which two sendings of one form are one. */
  readonly key: string;
}

const words: Readonly<Record<SettlementKind, { readonly title: string; readonly says: string }>> = {
  'true-up': {
    title: 'Propose a true-up',
    says: 'Each partner’s difference becomes a further contribution or a rebate, exactly as the recorded calculation says.',
  },
  variance: {
    title: 'Propose the settlement of a variance',
    says: 'What partners pay or get back, what the reserve gives or takes and what is carried forward are exactly as the recorded calculation says.',
  },
};

export const nothingToSettle = 'nothing';

/** The form that proposes at what a year is settled. */
export function settlePage(place: Place, offered: SettleOffered, { kind, year, typed, key }: Settling) {
  const { title, says } = words[kind];
  const calculations = offered.calculations.map(({ id, why, recordedAt }) => ({
    value: id,
    text: `${why}, recorded ${showDay(recordedAt)}`,
  }));
  const nothing = { value: nothingToSettle, text: 'None: the decision says that there is nothing to settle' };
  return {
    page: {
      title: `${title}, ${showYear(year)}`,
      section: 'partnerships',
      breadcrumbs: ledgerCrumbs(
        place,
        { text: `Year end ${showYear(year)}`, href: yearEndOf(place, year) },
        { text: title },
      ),
      ...(typed.errors.length > 0 ? { errors: typed.errors } : {}),
    },
    ...{ partnership: place.partnership.name, kind, year, key, says, action: `${ledgerOf(place)}/settlements` },
    none: calculations.length === 0 ? `No ${kind} of ${showYear(year)} is recorded yet.` : undefined,
    records: `/partnerships/${place.partnership.id}/calculations/new?kind=${kind}`,
    selects: [
      select(typed, 'calculation', 'Recorded calculation', [...calculations, nothing]),
      select(typed, 'decision', 'Decision that settles it', offered.decisions.map(showDecision)),
      select(
        typed,
        'fund',
        'Fund',
        offered.funds.map((value) => ({ value, text: named(value) })),
      ),
    ],
    inputs: [
      textInput(typed, 'why', 'What it is for', 'Each entry says this. For example, Outturn, as the board settled it'),
      textInput(typed, 'source', 'Where this comes from', 'For example, the minute of the board'),
    ],
  };
}

function showDecision({ id, body, reference, takenOn, title }: Decision) {
  return { value: id, text: `${body}, ${reference}, ${showDate(takenOn)}: ${title}` };
}

/** What to say of each field, in the order in which the form has them; what is not here says it itself. */
export const settleSays = {
  ' key-used-otherwise': 'This form was sent already. Open a new one to settle something else',
  'calculation missing': 'Choose the recorded calculation',
  'decision missing-field': 'Choose the decision that settles it',
  'decision not-a-uuid': 'Choose the decision that settles it',
  why: 'Enter what it is for',
  source: 'Enter where this comes from',
};
