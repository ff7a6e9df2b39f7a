import { type LocalDate } from '../calendar/local-date.js';
import { billOf, burdenOf } from './bill.js';
import { type Confirmation, confirmationOf, firstDayOut } from './confirmation.js';
import { recordsOf, sayEnd } from './say-confirmation.js';
import { LAST_DATE, earliestOf, latestOf } from './days.js';
import { type Flag } from './flag.js';
import { type PlannedPart, borneBy, plannedWithin, sayPart } from './planned-part.js';
import { type RiskPosition, type RiskSource } from './position.js';
import { type FlagRule, raise, refer } from './raise.js';
import { remedies } from './remedies.js';
import { sayDate, sayPounds } from './words.js';

const rule =
  'Planned spend after the last day for which its source is confirmed. Each planned row bears the days of it that come ' +
  "after: off formula by the row's own authority, through the pool down the overspend ladder in force or, where there is none, by " +
  "the partners' exact shares of the pot it pays for.";

/**
 * `source-ends`: planned spend runs past the last day for which its source is confirmed; a source never confirmed counts
 * from its start. One flag per source. Pounds: each planned row's days' part after that day. It bites on the day after, and
 * first stood on the later of the day the first such plan was made and the change of certainty that left it so.
 */
export const sourceEnds: FlagRule = (position) =>
  position.sources.flatMap((source) => {
    const confirmation = confirmationOf(source);
    const from = firstDayOut(source, confirmation);
    if (from === undefined) return [];
    const parts = plannedWithin(source.planned, { from, until: LAST_DATE });
    return parts.length === 0 ? [] : flagOf(position, source, confirmation, from, parts);
  });

function flagOf(
  position: RiskPosition,
  source: RiskSource,
  confirmation: Confirmation,
  from: LocalDate,
  parts: readonly PlannedPart[],
): readonly Flag[] {
  const borne = borneBy(position, source, parts);
  const bill = billOf(position, burdenOf(borne.parts));
  if (bill.total === 0n) return [];
  const ends = sayEnd(source, confirmation);
  return [
    raise(position, {
      code: 'source-ends',
      about: source.id,
      title: `${source.name} ends before the spend that rests on it`,
      words: `${ends} ${sayPounds(bill.total)} is planned to be spent from it from ${sayDate(from)} on.`,
      bill,
      bitesOn: from,
      graveOn: from,
      firstStood: latestOf(earliestOf(parts.map(({ row }) => row.plannedOn)) ?? from, confirmation.leftBy?.happenedOn),
      rule,
      records: [
        ...recordsOf(source, confirmation),
        ...parts.map(({ row }) => refer('planned-spend', row)),
        ...borne.records,
      ],
      couldDecide: [remedies.topUp, remedies.ration, remedies.stop, remedies.underwrite, remedies.reserve],
      working: [
        ends,
        ...parts.map((part) => sayPart(position, part)),
        borne.working,
        `Together ${sayPounds(bill.total)}.`,
      ],
    }),
  ];
}
