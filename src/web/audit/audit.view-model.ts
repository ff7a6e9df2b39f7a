import { type AuditEntry, auditEvents } from '../../features/audit/dto/audit-entry.js';
import type { Listed } from '../../features/shared/record-kind.js';
import type { ProblemError } from '../../platform/http/problem.js';
import { crumbs, type Page } from '../shared/page.js';
import { sentence } from '../shared/words.js';

type Asked = Readonly<Record<string, string>>;

interface Field {
  readonly name: string;
  readonly text: string;
  readonly hint?: string;
  readonly value: string;
  readonly error?: string;
}

interface Shown {
  readonly position: number;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly record: string | undefined;
  /** The detail as it is kept; none where there is nothing to see. */
  readonly detail: string | undefined;
  readonly erasedBy: number | undefined;
}

export interface AuditPage {
  readonly page: Page;
  readonly partnership: string;
  readonly action: string;
  readonly events: readonly { readonly value: string; readonly text: string; readonly selected: boolean }[];
  readonly fields: readonly Field[];
  readonly entries: readonly Shown[];
  readonly next: string | undefined;
  /** Files to take away: a table, and evidence with what verifies it. */
  readonly files: readonly { readonly text: string; readonly href: string }[];
}

const fieldWords: Readonly<Record<string, { readonly text: string; readonly hint?: string }>> = {
  subject: { text: 'Kind of record', hint: 'For example, contribution' },
  record: { text: 'Id of the record' },
  from: { text: 'From this day on', hint: 'For example, 2026-11-22' },
  until: { text: 'Until this day', hint: 'For example, 2026-11-30' },
};

/** What the page's form may ask; blank fields ask nothing. */
export const pageFilters = ['event', ...Object.keys(fieldWords), 'cursor'];

const events: Readonly<Record<string, string>> = {
  added: 'Added',
  changed: 'Changed',
  removed: 'Taken away',
  read: 'Read',
  refused: 'Was refused',
  erased: 'Erased the detail of',
};

export function auditPage(
  { id, name }: { readonly id: string; readonly name: string },
  asked: Asked,
  found: Listed<AuditEntry> | readonly ProblemError[],
): AuditPage {
  const here = `/partnerships/${id}`;
  const faults = 'items' in found ? [] : found;
  const errors = faults.map(({ parameter = '', detail }) => ({ text: detail, href: `#${parameter}` }));
  return {
    page: {
      title: `Audit trail: ${name}`,
      section: 'partnerships',
      breadcrumbs: crumbs({ text: name, href: here }, { text: 'Audit trail' }),
      ...(errors.length > 0 ? { errors } : {}),
    },
    partnership: name,
    action: `${here}/audit`,
    events: ['', ...auditEvents].map((value) => ({
      value,
      text: value === '' ? 'Anything' : (events[value] ?? value),
      selected: value === (asked['event'] ?? ''),
    })),
    fields: Object.entries(fieldWords).map(([name, words]) => field(name, words, asked, faults)),
    entries: 'items' in found ? found.items.map(showEntry) : [],
    next: 'items' in found ? (found.next ?? undefined) : undefined,
    files: files(id),
  };
}

function field(name: string, words: { text: string; hint?: string }, asked: Asked, faults: readonly ProblemError[]) {
  const error = faults.find(({ parameter }) => parameter === name)?.detail;
  return { name, ...words, value: asked[name] ?? '', ...(error === undefined ? {} : { error }) };
}

const files = (id: string) => [
  { text: 'The trail as a table', href: `/api/v1/partnerships/${id}/audit.csv` },
  { text: 'Evidence to verify offline', href: `/api/v1/partnerships/${id}/audit/bundle` },
  { text: 'The verifier', href: '/api/v1/audit/verifier' },
  { text: 'The public key of checkpoints', href: '/api/v1/audit/checkpoint-key' },
];

const inLondon = new Intl.DateTimeFormat('en-GB', {
  ...{ timeZone: 'Europe/London', day: 'numeric', month: 'long', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
});

function showEntry({ position, at, office, event, subject, record, detail, erasedBy }: AuditEntry): Shown {
  const what = `${events[event] ?? sentence(event)} ${subject.replaceAll('_', ' ')}`;
  const has = detail !== null && Object.keys(detail).length > 0;
  return {
    position,
    when: inLondon.format(new Date(at)),
    who: office ?? 'The system',
    what,
    record: record ?? undefined,
    detail: has ? JSON.stringify(detail, null, 2) : undefined,
    erasedBy: erasedBy ?? undefined,
  };
}
