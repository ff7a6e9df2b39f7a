import { type Pence, pence, sumPence } from '../money/pence.js';
import { amountOn } from './amount-over.js';
import { billOf, burdenOf, inPence } from './bill.js';
import { earliestOf, latestOf } from './days.js';
import { type Flag } from './flag.js';
import { type FundingAmount, type PackageReturn, type RiskPosition, type RiskSource } from './position.js';
import { type FlagRule, raise, refer } from './raise.js';
import { remedies } from './remedies.js';
import { sayCount, sayDate, sayPartner, sayPounds } from './words.js';

/** Packages that cost more than the limit, and by how much together. */
interface Over {
  readonly row: PackageReturn;
  readonly above: Pence;
}

/**
 * `source-limit`: live packages cost more than the limit per child in force on the day. One flag per source. Pounds:
 * children × (cost each − limit) for every cost above it, by the authority whose packages they are. The limit in force is
 * that of the amount that stands on the day; without a limit there is no flag. It bites from the day from which the limit
 * applies; it first stood when the limit applied, was announced, and packages above it had been counted.
 */
export const sourceLimit: FlagRule = (position) =>
  position.sources.flatMap((source) => {
    const amount = amountOn(source.amounts, position.asAt);
    const limit = amount?.limitPerChild;
    if (!amount || limit === undefined) return [];
    const over = source.returns.flatMap((row) => overBy(row, limit));
    return over.length === 0 ? [] : [flagOf(position, source, { amount, limit }, over)];
  });

function overBy(row: PackageReturn, limit: Pence): readonly Over[] {
  const above = BigInt(row.children) * (row.costEach - limit);
  return above > 0n ? [{ row, above: pence(above) }] : [];
}

interface Limit {
  readonly amount: FundingAmount;
  readonly limit: Pence;
}

function flagOf(position: RiskPosition, source: RiskSource, { amount, limit }: Limit, over: readonly Over[]): Flag {
  const bill = billOf(position, burdenOf(over.map(({ row, above }) => inPence(row.authority, above))));
  const children = over.reduce((count, { row }) => count + row.children, 0);
  const packages = sayCount(children, 'live package');
  return raise(position, {
    code: 'source-limit',
    about: source.id,
    title: `Packages cost more than ${source.name} pays for each child`,
    words: `${packages} cost more than the limit of ${sayPounds(limit)} for each child, by ${sayPounds(bill.total)} together.`,
    bill,
    bitesOn: amount.from,
    graveOn: amount.from,
    firstStood: latestOf(amount.from, amount.announcedOn, earliestOf(over.map(({ row }) => row.countedOn))),
    rule: `The limit of ${sayPounds(limit)} for each child, in force from ${sayDate(amount.from)}: what a package costs above it falls to the authority responsible for the child.`,
    records: [
      refer('funding-source', source),
      refer('funding-amount', amount),
      ...over.map(({ row }) => refer('package-return', row)),
    ],
    couldDecide: [remedies.topUp, remedies.ration, remedies.stop, remedies.reserve],
    working: [
      ...over.map((each) => sayOver(position, each, limit)),
      `Together ${sayPounds(sumPence(over.map(({ above }) => above)))}.`,
    ],
  });
}

function sayOver(position: RiskPosition, { row, above }: Over, limit: Pence): string {
  const each = `${row.children} × (${sayPounds(row.costEach)} − ${sayPounds(limit)})`;
  return `${sayPartner(position, row.authority)}, counted on ${sayDate(row.countedOn)}: ${each} = ${sayPounds(above)}.`;
}
