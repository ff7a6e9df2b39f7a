import type { IssuedEnrolment } from '../../features/sign-in/enrolment/issue-enrolment.js';
import { showMoment } from '../account/show-moment.js';
import { blank, select, textInput, type Typed } from '../shared/inputs.js';
import type { Link, Page } from '../shared/page.js';

interface PersonInBrief {
  readonly id: string;
  readonly name: string;
  readonly authority: string | null;
}

interface PeopleFound {
  readonly items: readonly PersonInBrief[];
  readonly next: string | null;
}

interface Council {
  readonly id: string;
  readonly name: string;
}

const people: Link = { text: 'People', href: '/people' };

const errorsOf = ({ errors }: Typed) => (errors.length > 0 ? { errors } : {});

export interface PeoplePage {
  readonly page: Page;
  /** Where the list goes on; nothing on its last page. */
  readonly next: string | undefined;
  readonly people: readonly { readonly name: string; readonly href: string; readonly council: string }[];
}

/** Everybody whom the one who looks may know of. */
export function peoplePage(found: PeopleFound, councils: readonly Council[]): PeoplePage {
  return {
    page: { title: 'People', section: 'people' },
    next: found.next === null ? undefined : `/people${found.next}`,
    people: found.items.map(({ id, name, authority }) => ({
      name,
      href: `/people/${id}`,
      council: nameOf(authority, councils),
    })),
  };
}

function nameOf(authority: string | null, councils: readonly Council[]): string {
  return authority === null ? 'No council' : (councils.find(({ id }) => id === authority)?.name ?? authority);
}

/** The form to register somebody. */
export function registerPage(councils: readonly Council[], typed: Typed = blank) {
  return {
    page: { title: 'Register a person', breadcrumbs: [people, { text: 'Register a person' }], ...errorsOf(typed) },
    name: textInput(typed, 'name', 'Full name'),
    authority: select(
      ...([typed, 'authority', 'Council that employs them'] as const),
      councils.map(({ id, name }) => ({ value: id, text: name })),
      'Leave it for auditors and administrators from outside',
    ),
    source: textInput(
      typed,
      'source',
      'Who asked for this',
      'For example, an email from the lead officer, with its date',
    ),
  };
}

export const registerSays = {
  name: 'Enter their full name, of at most 200 characters',
  source: 'Enter who asked for this',
};

/** One person; and where an enrolment was just issued, the link to hand over. */
export function personPage(
  { id, name, authority }: PersonInBrief,
  councils: readonly Council[],
  { typed = blank, issued, server = '' }: { typed?: Typed; issued?: IssuedEnrolment; server?: string } = {},
) {
  return {
    page: { title: name, breadcrumbs: [people, { text: name }], ...errorsOf(typed) },
    rows: [
      { key: { text: 'Name' }, value: { text: name } },
      { key: { text: 'Council' }, value: { text: nameOf(authority, councils) } },
    ],
    action: `/people/${id}/enrolment`,
    signInName: textInput(
      typed,
      'name',
      'Sign-in name',
      'Lower-case letters, digits and . _ @ + -, for example r.achebe',
    ),
    issued: issued && {
      link: `${server}/enrol/${issued.code}`,
      name: issued.name,
      until: showMoment(issued.expiresAt.toISOString()),
    },
  };
}
