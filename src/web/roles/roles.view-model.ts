import { personRoles, roleNames } from '../../features/access/roles.js';
import type { Grant } from '../../features/people/dto/grant.js';
import { type Download, downloads } from '../shared/downloads.js';
import type { dateParts } from '../shared/filled.js';
import type { Tag } from '../shared/illustrative.js';
import { blank, dateInput, select, textInput, type Typed } from '../shared/inputs.js';
import { crumbs, type Page } from '../shared/page.js';
import { showDate, showPeriod } from '../shared/words.js';
import { standing } from './status.js';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Where the roles are, and which councils may have them. */
export interface Roles {
  readonly partnership: Named;
  readonly councils: readonly Named[];
  readonly today: string;
}

const errorsOf = ({ errors }: Typed) => (errors.length > 0 ? { errors } : {});
const here = ({ id, name }: Named, ...last: { text: string; href?: string }[]) =>
  crumbs({ text: name, href: `/partnerships/${id}` }, ...last);
const list = ({ id }: Named) => `/partnerships/${id}/people`;

function councilOf({ authority }: Grant, councils: readonly Named[]): string {
  return authority === null ? 'None' : (councils.find(({ id }) => id === authority)?.name ?? authority);
}

export interface RolesPage {
  readonly page: Page;
  readonly partnership: string;
  readonly add: string;
  readonly files: readonly Download[];
  readonly roles: readonly {
    readonly person: string;
    readonly href: string;
    readonly role: string;
    readonly council: string;
    readonly when: string;
    readonly status: Tag;
  }[];
}

/** Who has which role in a partnership: those in force first. */
export function rolesPage({ partnership, councils, today }: Roles, grants: readonly Grant[]): RolesPage {
  const ordered = [...grants].sort((a, b) => Number(b.inForce) - Number(a.inForce));
  return {
    page: { title: 'People and roles', breadcrumbs: here(partnership, { text: 'People and roles' }) },
    partnership: partnership.name,
    add: `${list(partnership)}/new`,
    files: downloads(partnership.id, ['grants']),
    roles: ordered.map((grant) => ({
      person: grant.personName,
      href: `${list(partnership)}/${grant.id}`,
      role: roleNames[grant.role],
      council: councilOf(grant, councils),
      when: showPeriod(grant.from, grant.until),
      status: standing(grant, today),
    })),
  };
}

/** One role, and the forms with which it is agreed to or ended. */
export function rolePage({ partnership, councils, today }: Roles, grant: Grant, typed: Typed = blank) {
  const { personName, approved, ended } = grant;
  const row = (key: string, value: string) => ({ key: { text: key }, value: { text: value } });
  const at = `${list(partnership)}/${grant.id}`;
  return {
    page: {
      title: `${roleNames[grant.role]}: ${personName}`,
      breadcrumbs: here(partnership, { text: 'People and roles', href: list(partnership) }, { text: personName }),
      ...errorsOf(typed),
    },
    status: standing(grant, today),
    rows: [
      row('Person', personName),
      row('Council', councilOf(grant, councils)),
      row('When', showPeriod(grant.from, grant.until)),
      row('Given by', grant.recordedBy),
      ...(approved ? [row('Agreed by', `${approved.by}, ${showDate(approved.at.slice(0, 10))}`)] : []),
      ...(ended ? [row('Ended by', `${ended.by}, ${showDate(ended.at.slice(0, 10))}`), row('Why', ended.reason)] : []),
      row('Asked for by', grant.source),
    ],
    approve: grant.role === 'auditor' && !approved && !ended ? `${at}/approval` : undefined,
    approvalSource: textInput(
      typed,
      'source',
      'Where your council agreed',
      'For example, a letter or a minute, with its date',
    ),
    end: ended ? undefined : `${at}/end`,
    reason: textInput(typed, 'reason', 'Why it ends'),
  };
}

/** The form to give somebody a role. */
export function givePage(
  { partnership, councils }: Roles,
  people: readonly Named[],
  dates: Readonly<Record<'from' | 'lastDay', ReturnType<typeof dateParts>>>,
  typed: Typed = blank,
) {
  const named = (all: readonly Named[]) => all.map(({ id, name }) => ({ value: id, text: name }));
  const roles = Object.entries(personRoles).filter(([role]) => role !== 'administrator');
  return {
    page: {
      title: 'Give a role',
      breadcrumbs: here(partnership, { text: 'People and roles', href: list(partnership) }, { text: 'Give a role' }),
      ...errorsOf(typed),
    },
    action: list(partnership),
    person: select(typed, 'person', 'Person', named(people), 'Somebody who is not here has to be registered first'),
    role: select(
      typed,
      'role',
      'Role',
      roles.map(([value, text]) => ({ value, text })),
    ),
    authority: select(typed, 'authority', 'Council', named(councils), 'Leave it for an auditor'),
    from: dateInput(typed, 'from', 'First day', dates.from, 'For example, 1 12 2026'),
    lastDay: dateInput(typed, 'until', 'Last day, if it is known', dates.lastDay, 'An auditor always has one'),
    source: textInput(typed, 'source', 'Who asked for this', 'For example, an email from the council, with its date'),
  };
}

export const giveSays = {
  person: 'Choose a person',
  'person oneself': 'You cannot give yourself a role. Ask somebody else of your council',
  'person holds-the-other':
    'An administrator has no role that sees figures, and the other way round. End the one first',
  role: 'Choose a role',
  'role not-yours-to-give':
    'This role is given by the lead officer of the council it belongs to. Administrators name the first lead officer',
  authority: 'Choose a council, except for an auditor, who has none',
  'authority not-taking-part': 'Choose a council that takes part in this partnership',
  'authority not-host': 'Only the host has a finance lead: choose it',
  from: 'Enter the first day as a real date',
  until: 'Enter the last day as a real date, not before the first',
  'until missing-field': 'Enter the last day: an auditor has access for a time',
  source: 'Enter who asked for this',
};
