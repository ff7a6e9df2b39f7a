import type { Published, PublishedStatement } from '../../features/publications/dto/publication.js';
import { type ShareTable, shareTable } from '../share-statement/share-table.js';
import { type WorkedOut, workedOut } from '../share-statement/worked-out.js';
import { illustrativeTag, type Tag } from '../shared/illustrative.js';
import type { Page } from '../shared/page.js';
import { showDate, showYear } from '../shared/words.js';

export interface PublishedListPage {
  readonly page: Page;
  readonly items: readonly { readonly href: string; readonly title: string; readonly says: string }[];
}

export interface PublishedPage extends ShareTable {
  readonly page: Page;
  readonly partnership: string;
  readonly heading: string;
  readonly says: string;
  readonly tag: Tag | undefined;
  readonly workedOut: readonly WorkedOut[];
  readonly digest: string;
}

const start = { text: 'Published', href: '/published' };

/** What has been published, the newest first. */
export function publishedListPage(items: readonly Published[]): PublishedListPage {
  return {
    page: { title: 'Published', section: 'published' },
    items: items.map((item) => ({
      href: `/published/${item.id}`,
      title: `${item.partnershipName}: ${heading(item)}`,
      says: says(item),
    })),
  };
}

/** One statement as it was published. Bills and payments behind it stay where they are: only the figures were published. */
export function publishedPage({ statement, ...item }: PublishedStatement): PublishedPage {
  return {
    ...shareTable(statement),
    page: { title: `${heading(item)}: ${item.partnershipName}`, section: 'published', breadcrumbs: [start] },
    partnership: item.partnershipName,
    heading: heading(item),
    says: says(item),
    tag: illustrativeTag(statement.illustrative),
    workedOut: workedOut(statement, { contributions: [], receipts: [], cutOff: false }),
    digest: item.digest,
  };
}

function heading({ financialYear }: Pick<Published, 'financialYear'>): string {
  return `Share statement for ${showYear(financialYear)}`;
}

function says({ publishedOn, asAt }: Pick<Published, 'publishedOn' | 'asAt'>): string {
  return `Published on ${showDate(publishedOn)}. The position is as at the end of ${showDate(asAt)}, and it does not change.`;
}
