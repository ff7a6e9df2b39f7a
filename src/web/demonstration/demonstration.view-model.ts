import type { Capacity } from '../../features/access/session.reader.js';
import type { Page } from '../shared/page.js';
import { nameOf } from '../visitor/visitor.js';

export interface DemonstrationPage {
  readonly page: Page;
  readonly role: string;
  readonly where: string;
}

/** What signing in by a link of the demonstration will make one. */
export function demonstrationPage(capacity: Capacity | undefined): DemonstrationPage {
  return {
    page: { title: 'Sign in to the demonstration', keepsDrafts: true },
    role: capacity ? nameOf(capacity) : 'Somebody without a role',
    where: capacity?.partnershipName ?? 'All partnerships',
  };
}
