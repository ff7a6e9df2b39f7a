/** The answer to a shares document, as it is sent (formula.md, the answer). Money is text in pounds. */
export interface SharesAnswer {
  readonly total: string;
  readonly partners: readonly PartnerShare[];
  readonly unallocated: readonly Unallocated[];
  /** Written when it is first read: who wants the amounts alone does not wait for the words. */
  readonly working: readonly Step[];
  readonly checks: readonly Check[];
  readonly digest: `sha256:${string}`;
  readonly engine: string;
}

/** What one partner pays. The amount is the sum of its pots. */
export interface PartnerShare {
  readonly partner: string;
  readonly amount: string;
  /** The effective percentage of the total at two decimals, for display only. */
  readonly displayPercent: string;
  /** Only when a cap or a hold-harmless states a base for it. */
  readonly change?: Change;
  readonly pots: readonly PotShare[];
}

/** How a partner's part of the pots that state a base for it differs from that base. */
export interface Change {
  readonly from: string;
  readonly by: string;
  /** Of the base, at two decimals, for display only; left out when the base is nothing. */
  readonly percent?: string;
}

/** One partner's part of one pot: `amount` is `shared` and the `lines` together. */
export interface PotShare {
  readonly pot: string;
  readonly amount: string;
  /** Its part of what the pot shares on its basis. */
  readonly shared: string;
  /** Its part of lines that are one partner's alone or have a basis of their own. */
  readonly lines: readonly LineShare[];
}

export interface LineShare {
  readonly line: string;
  readonly amount: string;
}

/** An amount with nobody to bear it. */
export interface Unallocated {
  readonly pot: string;
  readonly line?: string;
  readonly amount: string;
  readonly why: string;
}

/** One step of the working, to be redone with a calculator. */
export interface Step {
  readonly step: number;
  readonly pot: string;
  readonly line?: string;
  readonly rule: string;
  readonly clause?: string;
  readonly words: string;
  readonly inputs?: Readonly<Record<string, unknown>>;
  /** Each partner's exact share of the amount in this step, as a fraction. */
  readonly exact?: Readonly<Record<string, string>>;
  /** What this step gives each partner, rounded; the last one of a line or pot is what is answered. */
  readonly rounded?: Readonly<Record<string, string>>;
}

/** Something that must hold of the answer, and whether it does. */
export interface Check {
  readonly check: CheckKind;
  readonly holds: boolean;
  readonly says: string;
}

/** Every check that is made of an answer. */
export type CheckKind =
  'rows-foot' | 'lines-foot' | 'pots-foot' | 'total-foots' | 'nothing-unallocated' | 'within-one-unit';
