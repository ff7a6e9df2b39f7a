import type { CertaintyChange } from '../../features/funding/dto/certainty-change.js';
import type { FundingAmount } from '../../features/funding/dto/funding-amount.js';
import type { FundingSource } from '../../features/funding/dto/funding-source.js';
import { type Tag } from '../shared/illustrative.js';
import { certaintyTag, route } from '../shared/names.js';
import { type Sourced, sourced } from '../shared/sourced.js';
import { showDate, showPeriod, showPounds } from '../shared/words.js';

export interface FundedBy {
  readonly anchor: string;
  readonly name: string;
  readonly certainty: Tag;
  /** The rows of GOV.UK's summary list. */
  readonly rows: readonly object[];
  readonly sources: readonly { readonly name: string; readonly sourced: Sourced }[];
  readonly tag: Tag | undefined;
}

interface Records {
  readonly sources: readonly FundingSource[];
  readonly amounts: readonly FundingAmount[];
  readonly certainties: readonly CertaintyChange[];
}

/** Each funding source as it stands today: what was last said of it, and what it gives now. */
export function fundedBy({ sources, amounts, certainties }: Records, today: string): readonly FundedBy[] {
  return sources.map((source) => {
    const said = latest(
      certainties.filter((each) => each.fundingSource === source.id && each.happenedOn <= today),
      'happenedOn',
    );
    const known = amounts.filter((each) => each.fundingSource === source.id && each.announcedOn <= today);
    const gives = latest(
      known.filter(({ from, until }) => from <= today && today < until),
      'announcedOn',
    );
    return {
      anchor: `source-${source.id}`,
      name: source.name,
      certainty: certaintyTag(said?.certainty),
      rows: rows(source, said, gives),
      sources: behind(source, said, gives),
      tag: sourced(source).tag,
    };
  });
}

function rows(
  source: FundingSource,
  said: CertaintyChange | undefined,
  gives: FundingAmount | undefined,
): readonly object[] {
  const row = (key: string, text: string | null | undefined) =>
    text === null || text === undefined ? [] : [{ key: { text: key }, value: { text } }];
  return [
    ...row('Paid by', source.funder),
    ...row('Pays for', source.paysFor),
    ...row('How it comes', route(source.route)),
    ...row('Gives now', givesNow(gives)),
    ...row('Limit for each child', gives?.limitPerChild ? showPounds(gives.limitPerChild) : null),
    ...row('Last said of it', said ? showDate(said.happenedOn) : null),
    ...row('Confirmed to the end of', said?.confirmedUntil ? showDate(said.confirmedUntil) : null),
    ...row('Next decision due by', said?.nextDecisionBy ? showDate(said.nextDecisionBy) : null),
    ...row('Conditions', source.conditions),
  ];
}

/** The amount; when it was made up, so it says right where it stands, since the rest may be published. */
function givesNow(gives: FundingAmount | undefined): string {
  if (!gives) return 'No amount is recorded for today';
  const said = `${showPounds(gives.amount)}, ${showPeriod(gives.from, gives.until)}`;
  return gives.illustrative ? `${said} (illustrative)` : said;
}

function behind(
  source: FundingSource,
  said: CertaintyChange | undefined,
  gives: FundingAmount | undefined,
): FundedBy['sources'] {
  return [
    { name: 'The source', sourced: sourced(source) },
    ...(said ? [{ name: 'How certain it is', sourced: sourced(said) }] : []),
    ...(gives ? [{ name: 'What it gives now', sourced: sourced(gives) }] : []),
  ];
}

/** The one with the latest date under that name; of equal ones the first. */
function latest<K extends string, T extends Readonly<Record<K, string>>>(items: readonly T[], date: K): T | undefined {
  return items.reduce<T | undefined>(
    (best, each) => (best === undefined || each[date] > best[date] ? each : best),
    undefined,
  );
}
