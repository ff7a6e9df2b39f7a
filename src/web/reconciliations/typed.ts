import { poundsIn, lineIn } from '../ledger-drafts/typed.js';
import { dateIn, filled } from '../shared/filled.js';
import { beginFields } from './begin.view-model.js';

/** What the form says, as the use case takes it: amounts and lines as people write them become those of the records. */
export function reconciliationIn(form: unknown): Record<string, string | boolean> {
  const { opening, fund, line, signs, ...rest } = filled(form, beginFields);
  const [from, asAt] = [dateIn(form, 'from'), dateIn(form, 'asAt')];
  return {
    ...rest,
    ...(opening === undefined ? {} : { opening: signedIn(opening) }),
    ...(fund === undefined ? {} : { fund: lineIn(fund) }),
    ...(line === undefined ? {} : { line: lineIn(line) }),
    ...(from === undefined ? {} : { from }),
    ...(asAt === undefined ? {} : { asAt }),
    turned: signs === 'turned',
  };
}

/** The same with a minus sign, a true one too. */
function signedIn(typed: string): string {
  const below = /^[-−]/.test(typed);
  const pounds = poundsIn(typed.replace(/^[-−]/, ''));
  return below ? `-${pounds}` : pounds;
}

/** Which lines of the host's ledger and entries of ours were ticked: `h.` and `o.` before their ids. */
export function tickedIn(form: unknown, name: string): { readonly lines: string[]; readonly entries: string[] } {
  const given: unknown = typeof form === 'object' && form !== null && name in form ? form[name as keyof object] : '';
  const ids = [given].flat().flatMap((value) => (typeof value === 'string' ? value.split(' ') : []));
  const those = (prefix: string) => ids.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
  return { lines: those('h.'), entries: those('o.') };
}
