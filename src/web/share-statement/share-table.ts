import type { ShareStatement } from '../../features/shares/dto/share-statement.js';
import { showPounds } from '../shared/words.js';

/** The money columns after the share, in order. */
const columns = ['billed', 'due', 'paid', 'outstanding'] as const;

type Sums = Readonly<Record<(typeof columns)[number], string>>;

interface ShareLine {
  readonly name: string;
  readonly share: string;
  readonly percent: string;
  readonly href: string;
  readonly cells: readonly string[];
}

/** One bar of the picture: the words beside it say all that it shows. */
interface Bar {
  readonly name: string;
  readonly says: string;
  /** Out of 100; nothing for a share below nothing. */
  readonly width: string;
}

export interface ShareTable {
  readonly lines: readonly ShareLine[];
  readonly totals: { readonly share: string; readonly cells: readonly string[] };
  readonly bars: readonly Bar[];
}

/** Every partner's figures, each leading to how it was worked out, and the picture of the shares. */
export function shareTable({ partners, totals }: Pick<ShareStatement, 'partners' | 'totals'>): ShareTable {
  return {
    lines: partners.map((partner) => ({
      name: partner.name,
      share: showPounds(partner.share),
      percent: `${partner.displayPercent}%`,
      href: `#worked-out-${partner.partner}`,
      cells: cells(partner),
    })),
    totals: { share: showPounds(totals.share), cells: cells(totals) },
    bars: partners.map(({ name, share, displayPercent }) => ({
      name,
      says: `${showPounds(share)}, ${displayPercent}%`,
      width: displayPercent.startsWith('-') ? '0' : displayPercent,
    })),
  };
}

function cells(sums: Sums): readonly string[] {
  return columns.map((column) => showPounds(sums[column]));
}
