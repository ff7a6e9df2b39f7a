import type { CalculationKind } from '../../features/calculations/kinds.js';

/** What of a recorded kind a form asks, in its order. */
interface KindForm {
  readonly name: string;
  readonly says: string;
  readonly asks: readonly ('against' | 'budget' | 'forecast' | 'balance')[];
  readonly of: string;
  readonly against?: string;
}

/** The kinds that can be made of what is stored; a printed table is posted to the API. */
export const kindForms = {
  shares: {
    name: 'Each partner’s share',
    says: 'Made from a funding schedule that is stored, to the penny and with its working',
    asks: [],
    of: 'What to work it out from',
  },
  variance: {
    name: 'Who bears an overspend or gets an underspend',
    says: 'Down the ladders of an agreement version',
    asks: ['budget', 'forecast', 'balance'],
    of: 'Agreement version whose ladders it goes down',
  },
  'true-up': {
    name: 'A true-up',
    says: 'What has changed since shares were recorded, for each partner, and what it is put down to',
    asks: ['against'],
    of: 'What was recorded',
    against: 'What it is to be held against',
  },
  compare: {
    name: 'A comparison',
    says: 'Two side by side, with the gap for each partner in pounds',
    asks: ['against'],
    of: 'What stands first',
    against: 'What is compared with it',
  },
} as const satisfies Partial<Record<CalculationKind, KindForm>>;

export type FormKind = keyof typeof kindForms;

export const formKinds = Object.keys(kindForms) as FormKind[];

export function readFormKind(named: unknown): FormKind | undefined {
  return formKinds.find((kind) => kind === named);
}

export function formOf(kind: FormKind): KindForm {
  return kindForms[kind];
}
