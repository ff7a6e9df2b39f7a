import { yearPeriod } from '../calendar/financial-year.js';
import { type Pence, pence } from '../money/pence.js';
import { billOf, burdenOf, inPence } from './bill.js';
import { latestOf } from './days.js';
import { type Flag } from './flag.js';
import { type RiskPosition, type RiskProvision, type YearBill } from './position.js';
import { type FlagRule, raise, refer } from './raise.js';
import { remedies } from './remedies.js';
import { sayDate, sayPartner, sayPounds } from './words.js';

const rule =
  "A partner's bill of the year, its share under the versions in force, is more than its own latest provision for that year.";

/**
 * `provision-gap`: a partner's own budget provides less than its bill of the year (£45,030 asked, £42,320 provided:
 * £2,710.00). Only partners with a provision, and only its latest. One flag per partner and year. It bites on the start of
 * that year, or on the later decision of the bill or the provision; it first stood once both were decided.
 */
export const provisionGap: FlagRule = (position) =>
  position.years.flatMap((bill) =>
    position.provisions
      .filter(({ year }) => year === bill.year)
      .flatMap((provision) => {
        const asked = bill.shares.get(provision.authority);
        if (asked === undefined || asked <= provision.amount) return [];
        return [flagOf(position, provision, bill, asked)];
      }),
  );

function flagOf(position: RiskPosition, provision: RiskProvision, year: YearBill, asked: Pence): Flag {
  const { authority, amount, decidedOn } = provision;
  const gap = pence(asked - amount);
  const bitesOn = latestOf(yearPeriod(year.year).from, decidedOn, year.decidedOn);
  const who = sayPartner(position, authority);
  return raise(position, {
    code: 'provision-gap',
    about: `${authority}.${year.year}`,
    title: `${who} provides less than its bill for ${year.year}`,
    words: `${who} is asked for ${sayPounds(asked)} in ${year.year} and provides ${sayPounds(amount)}, ${sayPounds(gap)} less.`,
    bill: billOf(position, burdenOf([inPence(authority, gap)])),
    bitesOn,
    graveOn: bitesOn,
    firstStood: latestOf(decidedOn, year.decidedOn),
    rule,
    records: [refer('provision', provision), ...year.records],
    couldDecide: [remedies.provide, remedies.askLess, remedies.reserve, remedies.accept],
    working: [
      `The bill of ${year.year}, as decided by ${sayDate(year.decidedOn)}, is ${sayPounds(asked)}.`,
      `The latest provision, decided on ${sayDate(decidedOn)}, is ${sayPounds(amount)}.`,
      `${sayPounds(asked)} − ${sayPounds(amount)} = ${sayPounds(gap)}.`,
    ],
  });
}
