import type { Action } from '../access/permissions.js';
import { statement } from '../../platform/database/statement.js';
import { Refused } from '../../platform/http/problem.js';
import { beforeFirst, firstDay, sayFirst } from './first-day.js';
import type { RowFault, RowsAsked } from './import-kind.js';

const mayAdd = statement('select authz.adds($1) is not null as may, authz.adds_for($1) as whose');
const takingPart = statement('select authority_id from partnership_authority where partnership_id = $1');

/** Whose rows the one who asks may add: one authority's, or everybody's (`*`). Refuses who may add none. */
export async function whoseToAdd({ session }: RowsAsked, action: Action): Promise<string> {
  const found = await session.one<{ may: boolean; whose: string | null }>(mayAdd, [action]);
  if (found?.may === true && found.whose !== null) return found.whose;
  throw new Refused('forbidden', 'Your capacity may not add these, so it may not import them either.');
}

/** Says what is wrong with an authority: that it takes no part, or is not one's own. */
export async function authorityChecks(asked: RowsAsked, action: Action): Promise<(id: string) => readonly RowFault[]> {
  const whose = await whoseToAdd(asked, action);
  const found = await asked.session.rows<{ authority_id: string }>(takingPart, [asked.partnership]);
  const partners = new Set(found.map(({ authority_id }) => authority_id));
  const own = [
    { field: 'authority', code: 'not-own', detail: `Expected your own authority, ${whose}: others enter their own.` },
  ];
  const other = [
    {
      field: 'authority',
      code: 'not-taking-part',
      detail: `Expected an authority that takes part: ${listed([...partners])}.`,
    },
  ];
  return (id) => {
    if (!partners.has(id)) return other;
    return whose === '*' || whose === id ? [] : own;
  };
}

function listed(names: readonly string[]): string {
  const most = [...names].sort().slice(0, 20).join(', ');
  return names.length > 20 ? `${most} and others` : most || 'there is none yet';
}

const closed = statement(
  `select starts_on::text as month, to_char(starts_on, 'FMMonth YYYY') as name from ledger_period where partnership_id = $1 and closed`,
);

/** Says what is wrong with a day: that nobody took part yet, or that the books of its month are closed, and take no entry. */
export async function openMonths(asked: RowsAsked): Promise<(field: string, day: string) => readonly RowFault[]> {
  const found = await asked.session.rows<{ month: string; name: string }>(closed, [asked.partnership]);
  const names = new Map(found.map(({ month, name }) => [month.slice(0, 7), name]));
  const first = await firstDay(asked.session, asked.partnership);
  return (field, day) => {
    if (first !== null && day < first) return [{ field, code: beforeFirst, detail: sayFirst(first) }];
    const name = names.get(day.slice(0, 7));
    const detail = `Expected a day in a month that is open: the books of ${name ?? ''} are closed.`;
    return name === undefined ? [] : [{ field, code: 'period-closed', detail }];
  };
}
