import { dateIn, filled } from '../shared/filled.js';

/** What the forms of a draft ask in plain text. */
export const draftFields = [
  ...['kind', 'authority', 'pays', 'reverses', 'line', 'amount', 'fund', 'reason', 'reference', 'decision', 'source'],
];

/** What a later version says: the kind and whom it concerns stay. */
export const versionFields = draftFields.filter((name) => name !== 'kind' && name !== 'authority');

/** What a form gave, as a use case takes it: amounts and lines as people write them become those of the records. */
export function draftIn(form: unknown, fields: readonly string[] = draftFields): Record<string, string> {
  const { amount, line, fund, ...rest } = filled(form, fields);
  const day = dateIn(form, 'effectiveOn');
  return {
    ...rest,
    ...(amount === undefined ? {} : { amount: poundsIn(amount) }),
    ...(line === undefined ? {} : { line: lineIn(line) }),
    ...(fund === undefined ? {} : { fund: lineIn(fund) }),
    ...(day === undefined ? {} : { effectiveOn: day }),
  };
}

/** `£41,250` or `41250.5` as `41250.00` or `41250.50`; what is no amount is left as it is, for whoever checks it. */
export function poundsIn(typed: string): string {
  const bare = typed.replaceAll(/[£,\s]/g, '');
  const [, whole, pence = ''] = /^(\d+)(?:\.(\d{1,2}))?$/.exec(bare) ?? [];
  return whole === undefined ? typed : `${whole.replace(/^0+(?=\d)/, '')}.${pence.padEnd(2, '0')}`;
}

/** `Social workers` as `social-workers`. */
export function lineIn(typed: string): string {
  return typed
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
