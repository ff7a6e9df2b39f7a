/** Every adjustment an agreement may name. */
export type AdjustmentKind =
  'index' | 'cap' | 'minimum' | 'freeze' | 'tolerance' | 'transition' | 'hold-harmless' | 'rebate' | 'one-off';

export interface Adjustment {
  readonly kind: AdjustmentKind;
}
