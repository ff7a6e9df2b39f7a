import type { Flag as Raised, RecordKind, RecordRef } from '../../engine/risk/flag.js';
import { toPounds } from '../shared/money.js';
import type { Flag } from './dto/flag.js';
import type { PositionRow } from './position.query.js';

/** Where each kind of record is read, under its partnership. */
const routes: Readonly<Record<RecordKind, string>> = {
  'funding-source': 'funding-sources',
  'funding-amount': 'funding-amounts',
  'certainty-change': 'certainty-changes',
  'planned-spend': 'planned-spends',
  'package-return': 'package-returns',
  contribution: 'contributions',
  receipt: 'receipts',
  provision: 'provisions',
  'agreement-version': 'agreement-versions',
  decision: 'decisions',
};

/** A flag as it is answered: money in pounds, partners by name, records with their addresses. */
export function showFlag({ partnership, partners: named }: PositionRow, raised: Raised): Flag {
  const { id, code, severity, title, words, bitesOn, firstStood, rule, illustrative } = raised;
  const names = new Map(named.map((partner) => [partner.id, partner.name]));
  return {
    ...{ id, partnership, code, severity, title, words },
    total: toPounds(raised.total),
    partners: raised.partners.map(({ partner, amount }) => ({
      partner,
      name: names.get(partner) ?? partner,
      amount: toPounds(amount),
    })),
    undetermined: toPounds(raised.undetermined),
    ...{ bitesOn, firstStood, rule },
    records: raised.records.map((record) => showRecord(partnership, record)),
    couldDecide: [...raised.couldDecide],
    working: [...raised.working],
    illustrative,
  };
}

function showRecord(partnership: string, { kind, id, illustrative }: RecordRef) {
  return { kind, id, href: `/api/v1/partnerships/${partnership}/${routes[kind]}/${id}`, illustrative };
}
