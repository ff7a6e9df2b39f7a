import type { RecordedCalculation } from '../../features/calculations/dto/calculation.js';
import type { Listed } from '../../features/shared/record-kind.js';
import { showMoment } from '../account/show-moment.js';
import { illustrativeTag, type Tag } from '../shared/illustrative.js';
import { crumbs, type Page } from '../shared/page.js';
import { type Download, downloads } from '../shared/downloads.js';
import { kindName } from './shown.js';

export interface CalculationsPage {
  readonly page: Page;
  readonly partnership: string;
  readonly items: readonly CalculationLine[];
  readonly next: string | undefined;
  /** Where one is made. */
  readonly add: string;
  readonly files: readonly Download[];
}

interface CalculationLine {
  readonly href: string;
  readonly kind: string;
  readonly why: string;
  readonly when: string;
  readonly who: string;
  readonly tag: Tag | undefined;
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Every recorded calculation of a partnership, the newest first. */
export function calculationsPage({ id, name }: Named, found: Listed<RecordedCalculation>): CalculationsPage {
  const here = `/partnerships/${id}`;
  return {
    page: {
      title: `Recorded calculations: ${name}`,
      section: 'partnerships',
      breadcrumbs: crumbs({ text: name, href: here }, { text: 'Recorded calculations' }),
    },
    partnership: name,
    items: found.items.map((each) => ({
      href: `${here}/calculations/${each.id}`,
      kind: kindName(each.kind),
      why: each.why,
      when: showMoment(each.recordedAt),
      who: each.recordedBy,
      tag: illustrativeTag(each.illustrative),
    })),
    add: `${here}/calculations/new`,
    files: downloads(id, ['calculations']),
    next: found.next === null ? undefined : `${here}/calculations${found.next}`,
  };
}
