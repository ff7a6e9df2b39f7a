import { certainty, deliveryModel, outcome, role, route } from '../shared/names.js';
import { dayBefore, sentence, showDate, showPounds, showYear } from '../shared/words.js';

/** Fields that say something else than their name does. A day after the last becomes the last day. */
const labels: Readonly<Record<string, string>> = {
  until: 'Last day',
  dueOn: 'Due on',
  from: 'First day',
  what: 'What it is for',
  clause: 'Funding schedule',
  number: 'Version',
  costEach: 'Cost of each package',
  children: 'Live packages',
  confirmedUntil: 'Confirmed to the end of',
  nextDecisionBy: 'Next decision due by',
  recordedAt: 'Recorded on',
};

const pounds = new Set(['amount', 'limitPerChild', 'costEach']);

const lists: Readonly<Record<string, (name: string) => string>> = {
  certainty,
  outcome,
  role,
  route,
  deliveryModel,
  financialYear: showYear,
};

export function label(name: string): string {
  return labels[name] ?? sentence(name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

/** A field's value as people write it; none for what is not plain text or a number. */
export function plain(name: string, value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  if (pounds.has(name)) return showPounds(value);
  if (name === 'until') return showDate(dayBefore(value));
  if (/^\d{4}-\d{2}-\d{2}(T|$)/.test(value)) return showDate(value.slice(0, 10));
  return lists[name]?.(value) ?? value;
}
