import { type LocalDate } from '../calendar/local-date.js';
import { type Kept, type RiskPosition, type RiskSource } from './position.js';

/** Text order by code unit, the same everywhere. */
export function byText(a: string, b: string): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

function sorted<T extends Kept>(items: readonly T[], key: (item: T) => string): readonly T[] {
  return items.toSorted((a, b) => byText(key(a), key(b)) || byText(a.id, b.id));
}

/** Of the items with the same key the one with the latest date; of two on one day, the one with the greater id. */
function latest<T extends Kept>(
  items: readonly T[],
  key: (item: T) => string,
  date: (item: T) => LocalDate,
): readonly T[] {
  const standing = new Map<string, T>();
  for (const item of sorted(items, date)) standing.set(key(item), item);
  return [...standing.values()];
}

function source(given: RiskSource, known: (date: LocalDate) => boolean): RiskSource {
  const amounts = given.amounts.filter(({ announcedOn }) => known(announcedOn));
  const announced = latest(
    amounts,
    (item) => item.from,
    (item) => item.announcedOn,
  );
  const planned = given.planned.filter(({ plannedOn }) => known(plannedOn));
  const returns = given.returns.filter(({ countedOn }) => known(countedOn));
  const lastCount = new Map(sorted(returns, (item) => item.countedOn).map((item) => [item.authority, item.countedOn]));
  const stands = latest(
    planned,
    (item) => `${item.from} ${item.authority ?? ''}`,
    (item) => item.plannedOn,
  );
  return {
    ...given,
    amounts: sorted(announced, (item) => `${item.announcedOn} ${item.from}`),
    changes: sorted(
      given.changes.filter(({ happenedOn }) => known(happenedOn)),
      (item) => item.happenedOn,
    ),
    planned: sorted(stands, (item) => `${item.from} ${item.authority ?? ''}`),
    returns: sorted(
      returns.filter(({ authority, countedOn }) => lastCount.get(authority) === countedOn),
      (item) => item.authority,
    ),
  };
}

/**
 * What was known on the day, and of that what stood: only announcements, changes of certainty, plans, counts, receipts and
 * decisions dated on or before it. Of amounts from one day the latest announced stands, and of plans for one authority from
 * one day the latest made; of counts the latest day's of each authority; of provisions the latest decided. Everything comes in one order, whatever order it was given in.
 */
export function asKnown(position: RiskPosition): RiskPosition {
  const known = (date: LocalDate) => date <= position.asAt;
  const decided = position.provisions.filter(({ decidedOn }) => known(decidedOn));
  return {
    ...position,
    sources: sorted(position.sources, ({ name }) => name).map((item) => source(item, known)),
    contributions: sorted(position.contributions, ({ dueOn }) => dueOn).map((item) => ({
      ...item,
      receipts: sorted(
        item.receipts.filter(({ receivedOn }) => known(receivedOn)),
        ({ receivedOn }) => receivedOn,
      ),
    })),
    provisions: latest(
      decided,
      (item) => `${item.year} ${item.authority}`,
      (item) => item.decidedOn,
    ),
    years: position.years.filter(({ decidedOn }) => known(decidedOn)),
    schedule: position.schedule && known(position.schedule.since) ? position.schedule : undefined,
  };
}
