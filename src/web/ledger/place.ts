import { crumbs, type Link } from '../shared/page.js';
import { sentence } from '../shared/words.js';

/** The partnership whose ledger a page shows, and what its partners are called. */
export interface Place {
  readonly partnership: { readonly id: string; readonly name: string };
  readonly names: ReadonlyMap<string, string>;
  /** What budgets call their lines. */
  readonly lines?: ReadonlyMap<string, string>;
}

export const ledgerOf = ({ partnership }: Place): string => `/partnerships/${partnership.id}/ledger`;

/** What a partner is called; one that no longer takes part goes by its id. */
export const nameOf = ({ names }: Place, partner: string): string => names.get(partner) ?? partner;

/** Who recorded something, by the name of their council: `Finance lead of kent` as `Finance lead of Kent County Council`. */
export function whoIs({ names }: Place, recordedBy: string): string {
  const [, office = '', council = ''] = /^(.*) of ([a-z0-9-]+)$/.exec(recordedBy) ?? [];
  const name = names.get(council);
  return name === undefined ? recordedBy : `${office} of ${name}`;
}

/** What a budget line is called, as the newest budget that names it has it; one that no budget has goes by its id. */
export const lineOf = ({ lines }: Place, line: string): string => lines?.get(line) ?? named(line);

/** Whose an account is: a partner's, a line's or the fund's own. */
export function whoseOf(place: Place, { authority, line }: Record<'authority' | 'line', string | null>): string {
  if (authority !== null) return nameOf(place, authority);
  return line === null ? 'The fund' : lineOf(place, line);
}

/** What a fund is called, or a line that no budget names: `social-workers` as `Social workers`. */
export const named = (slug: string): string => sentence(slug.replaceAll('-', ' '));

/** The way down to a page of the ledger; none for the ledger itself. */
export function ledgerCrumbs(place: Place, ...last: readonly Link[]): readonly Link[] {
  const { id, name } = place.partnership;
  const ledger = last.length === 0 ? { text: 'Ledger' } : { text: 'Ledger', href: ledgerOf(place) };
  return crumbs({ text: name, href: `/partnerships/${id}` }, ledger, ...last);
}

/** Where the entries are that let these through; what is not given asks nothing. */
export function entriesAt(place: Place, asked: Readonly<Record<string, string | null | undefined>>): string {
  const given = Object.entries(asked).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const query = new URLSearchParams(given).toString();
  return `${ledgerOf(place)}/entries${query === '' ? '' : `?${query}`}`;
}
