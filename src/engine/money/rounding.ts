/** What becomes of the units that are left over when everyone is rounded (formula.md, rounding). */
export type RemainderRule = 'largest-remainder' | 'largest-share' | 'first-listed' | 'partner';

/** The units to which a document may round, in pence, by the text that names them in pounds. */
export const ROUNDING_UNITS = { '0.01': 1n, '1': 100n, '10': 1_000n, '1000': 100_000n } as const;

/** How an amount is apportioned: to whole `unit`s of pence, the rest by `rule`; `named` is the position that `partner` names. */
export type Rounding =
  | { readonly unit: bigint; readonly rule: Exclude<RemainderRule, 'partner'> }
  | { readonly unit: bigint; readonly rule: 'partner'; readonly named: number };

/** To the penny, the pennies left over to the largest remainders: what holds when an agreement says nothing. */
export const TO_THE_PENNY: Rounding = { unit: 1n, rule: 'largest-remainder' };
