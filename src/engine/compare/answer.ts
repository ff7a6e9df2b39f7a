import { type Check } from '../shares/answer.js';

/** The answer to a compare document, as it is sent. Money is text in pounds. */
export interface CompareAnswer {
  /** The alternative to which the gaps are. */
  readonly against: string;
  /** In the order of the document. */
  readonly alternatives: readonly AlternativeTotal[];
  /** Those of the named alternative in its order, then the others' as they come. */
  readonly partners: readonly PartnerAmounts[];
  readonly checks: readonly (Omit<Check, 'check'> & { readonly check: CheckKind })[];
  readonly digest: `sha256:${string}`;
  readonly engine: string;
}

/** What an alternative comes to. */
export interface AlternativeTotal {
  readonly id: string;
  readonly name: string;
  readonly total: string;
  /** Its total less that of the named one. */
  readonly gap: string;
  /** What nobody bears of it. */
  readonly unallocated: string;
  readonly digest: `sha256:${string}`;
}

/** One partner's row: what it bears in each alternative. */
export interface PartnerAmounts {
  readonly partner: string;
  readonly amounts: readonly Amount[];
}

/** What a partner bears in one alternative; nothing where it is no partner. */
export interface Amount {
  readonly alternative: string;
  readonly amount: string;
  /** Less what it bears in the named one: above nothing it pays more here. */
  readonly gap: string;
  /** The gap in per cent of the named one, for display only; left out when that is nothing. */
  readonly percent?: string;
  /** Before anything was rounded, in pounds as a fraction; left out when it is too long for anyone to redo. */
  readonly exact?: string;
  readonly exactGap?: string;
}

/** Every check that is made of an answer. */
export type CheckKind = 'columns-foot' | 'gaps-foot';
