/** Whose an account is: a partner's, a budget line's (or a grant's), or the fund's own. */
type AccountOf = 'partner' | 'line' | 'fund';

/**
 * Every kind of account, and whose it is. Amounts are signed pence: what is owed, held or spent is above nothing, what it
 * comes from is below. Our decision: a memorandum account beside the host's own ledger, so there are no assets of the
 * partnership here but what passes between the partners.
 */
export const accountKinds = {
  /** What a partner has been billed. */
  receivable: 'partner',
  /** What a partner has paid against its bills (below nothing). */
  paid: 'partner',
  /** What a partner has been let off (below nothing). */
  rebated: 'partner',
  /** Staff, premises and the like that a partner gives in place of money, at their value (below nothing). */
  'in-kind-given': 'partner',
  /** What the partners' bills bring to the fund (below nothing). */
  contributed: 'fund',
  /** Money that the host holds for the fund. */
  cash: 'fund',
  /** What the partnership keeps back (below nothing). */
  reserve: 'fund',
  /** Over- and underspends, once a decision has settled who bears them. */
  variance: 'fund',
  /** What a settled underspend leaves in the fund for the years that follow (below nothing). */
  'carried-forward': 'fund',
  /** What was spent on a budget line. */
  'budget-line': 'line',
  /** What was used of things given in kind. */
  'in-kind-used': 'line',
  /** Money received from outside (below nothing). */
  grant: 'line',
} as const satisfies Readonly<Record<string, AccountOf>>;

export type AccountKind = keyof typeof accountKinds;
