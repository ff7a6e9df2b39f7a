/** What a board could decide (funding-risk.md), in the words that flags use. */
export const remedies = {
  topUp: 'Top up: the partners find the pounds above between them.',
  ration: 'Ration: approve less, or fewer, until the money is certain.',
  stop: 'Stop: commit nothing more from this source.',
  underwrite: 'Underwrite: carry the spend for a stated number of weeks, up to a stated amount.',
  reserve: 'Draw on reserve, down to its floor.',
  seek: 'Seek confirmation from the funder by a stated date.',
  replan: 'Plan again within what is confirmed.',
  accept: 'Accept the exposure, with a date on which to look at it again.',
  replace: 'Find another source, or set money aside, for part of it.',
  remind: 'Ask for payment by a stated date.',
  defaultClause: "Use the agreement's provision for late payment or default.",
  provide: "Ask the partner's council to provide the difference.",
  askLess: 'Ask for less: change the budget or the schedule by a decision.',
} as const;
