import type { ProposableKind } from '../../features/ledger/dto/draft.js';

type Field = 'authority' | 'pays' | 'line' | 'amount' | 'reference';

interface KindForm {
  readonly name: string;
  readonly says: string;
  /** What its form asks besides the day, what it is for and where it comes from. */
  readonly asks: readonly Field[];
  readonly day: string;
}

const form = (name: string, says: string, day: string, ...asks: Field[]): KindForm => ({ name, says, day, asks });

/** What each kind of proposal asks. A kind without a form does not compile. */
export const kindForms: Readonly<Record<ProposableKind, KindForm>> = {
  contribution: form(
    'Contribution due',
    'A partner owes its share',
    'When it is due',
    'authority',
    'amount',
    'reference',
  ),
  'one-off': form(
    'One-off contribution due',
    'A partner owes something else',
    'When it is due',
    'authority',
    'amount',
    'reference',
  ),
  rebate: form('Rebate', 'A partner is let off a part', 'When it counts', 'authority', 'amount', 'reference'),
  receipt: form('Receipt', 'A partner has paid', 'When it was received', 'pays', 'amount', 'reference'),
  spending: form('Spending', 'Money was spent on a budget line', 'When it was spent', 'line', 'amount', 'reference'),
  grant: form('Grant received', 'Money came from outside', 'When it was received', 'line', 'amount', 'reference'),
  'in-kind': form(
    'Contribution in kind',
    'A partner gave staff, premises or the like',
    'When it counts',
    'authority',
    'line',
    'amount',
    'reference',
  ),
  reversal: form('Reversal', 'An entry was wrong', 'When it counts: the day of the entry or a later one'),
};

/** Kinds that are chosen from a list; a reversal starts from its entry. */
export const chosenKinds = (Object.keys(kindForms) as ProposableKind[]).filter((kind) => kind !== 'reversal');

/** Kinds that concern a partner, which its own officers may propose. */
const ofPartners: readonly ProposableKind[] = chosenKinds.filter((kind) =>
  kindForms[kind].asks.some((field) => field === 'authority' || field === 'pays'),
);

export function readKind(given: unknown): ProposableKind | undefined {
  return typeof given === 'string' && Object.hasOwn(kindForms, given) ? (given as ProposableKind) : undefined;
}

/** What somebody may propose: whoever acts for their own council alone proposes what concerns it. */
export const kindsFor = (own: boolean): readonly ProposableKind[] => (own ? ofPartners : chosenKinds);
