import type { Participation } from '../../features/partnerships/dto/participation.js';
import { crumbs, type Page } from '../shared/page.js';
import { type Sourced, sourced } from '../shared/sourced.js';
import { sentence } from '../shared/words.js';
import { type InWords, inWords } from './agreed/in-words.js';
import { label, plain } from './fields.js';

/** A record of any kind, as its reader answers. */
export interface KeptRecord {
  readonly id: string;
  readonly source: string;
  readonly illustrative: boolean;
  readonly [field: string]: unknown;
}

export interface RecordAsked {
  /** As in the address: `planned-spends`. */
  readonly kind: string;
  readonly partnership: { readonly id: string; readonly name: string };
  readonly record: KeptRecord;
  readonly participations: readonly Participation[];
}

export interface RecordPage {
  readonly page: Page;
  readonly partnership: string;
  readonly heading: string;
  readonly rows: readonly Row[];
  readonly sourced: Sourced;
  /** What an agreement version says, in words; nothing of any other record. */
  readonly words: InWords | undefined;
  /** Documents within the record, each as it is kept. */
  readonly documents: readonly { readonly name: string; readonly text: string }[];
  /** The same record for programs. */
  readonly api: string;
}

interface Row {
  readonly key: string;
  readonly text: string;
  readonly href?: string;
}

/** Where the record that a field names has its page. */
const leadsTo: Readonly<Record<string, string>> = {
  fundingSource: 'funding-sources',
  contribution: 'contributions',
  agreement: 'agreements',
  decision: 'decisions',
};

const shownApart = ['id', 'source', 'illustrative'];

/** One record, every field of it, as people write them. */
export function recordPage({ kind, partnership, record, participations }: RecordAsked): RecordPage {
  const here = `/partnerships/${partnership.id}`;
  const heading = sentence(kind.replaceAll('-', ' ').replace(/s$/, ''));
  const fields = Object.entries(record).filter(([name]) => !shownApart.includes(name));
  const nameOf = (id: unknown) => participations.find(({ authority }) => authority === id)?.authorityName;
  return {
    page: {
      title: `${heading}: ${partnership.name}`,
      section: 'partnerships',
      breadcrumbs: crumbs({ text: partnership.name, href: here }, { text: heading }),
    },
    partnership: partnership.name,
    heading,
    rows: fields.flatMap(([name, value]) => row(here, name, name === 'authority' ? (nameOf(value) ?? value) : value)),
    sourced: sourced(record),
    words: kind === 'agreement-versions' ? inWords(record['schedule'], record['ladders']) : undefined,
    documents: fields.filter(([, value]) => isDocument(value)).map(([name, value]) => document(name, value)),
    api: `/api/v1${here}/${kind}/${record.id}`,
  };
}

function row(here: string, name: string, value: unknown): readonly Row[] {
  const text = plain(name, value);
  if (text === undefined) return [];
  const folder = leadsTo[name];
  const key = label(name);
  return [
    folder === undefined
      ? { key, text }
      : { key, text: `See the ${key.toLowerCase()}`, href: `${here}/${folder}/${text}` },
  ];
}

function isDocument(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function document(name: string, value: unknown) {
  return { name: label(name), text: JSON.stringify(value, null, 2) };
}
