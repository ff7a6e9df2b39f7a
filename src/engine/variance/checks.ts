import { type Pence, formatPounds, readPounds } from '../money/pence.js';
import { sayPence } from '../shares/say.js';
import { type ByPartner, type Check, type CheckKind, type TakenStep, type VarianceAnswer } from './answer.js';
import { signed } from './signed.js';

/** An answer as it will be sent, so that a check is of what is printed and not of what was meant. */
export type Checked = Omit<VarianceAnswer, 'checks' | 'digest' | 'engine'>;

type Said = Omit<Check, 'check'>;

const read = (printed: string): bigint => readPounds(printed) ?? 0n;
const add = (printed: readonly string[]): bigint => printed.reduce((sum, text) => sum + read(text), 0n);
const isSame = (sum: bigint, printed: string): boolean => formatPounds(sum as Pence) === printed;

/** What steps took, with its sign in the variance. */
function tookIn(steps: readonly TakenStep[]): bigint {
  return steps.reduce((sum, { of, took }) => sum + signed(of, read(took)), 0n);
}

function leftIn({ toDecide }: Checked): bigint {
  return toDecide.reduce((sum, { of, amount }) => sum + signed(of, read(amount)), 0n);
}

const isEmpty = (partners: ByPartner): boolean => Object.keys(partners).length === 0;

function stepsFoot(answer: Checked): Said {
  const [took, left] = [tookIn(answer.steps), leftIn(answer)];
  const amounts = `The steps take ${sayPence(took)} and ${sayPence(left)} is undetermined`;
  const isWhole = isSame(add(answer.toDecide.map(({ amount }) => amount)), answer.undetermined);
  const says = `${amounts}: together the variance of ${sayPence(read(answer.variance))}.`;
  return { holds: isWhole && isSame(took + left, answer.variance), says };
}

function stepPartnersFoot({ steps }: Checked): Said {
  const those = steps.filter(({ partners }) => !isEmpty(partners));
  const failed = those.filter(({ partners, of, took }) => add(Object.values(partners)) !== signed(of, read(took)));
  const does = 'What each step makes partners pay or get back is what it took';
  return {
    holds: failed.length === 0,
    says: `${does}${failed.length > 0 ? `: ${failed.length} of ${those.length} do not` : ''}.`,
  };
}

function partnersFoot({ steps, partners }: Checked): Said {
  const sums = new Map<string, bigint>();
  for (const [id, amount] of steps.flatMap((step) => Object.entries(step.partners))) {
    sums.set(id, (sums.get(id) ?? 0n) + read(amount));
  }
  const isAll = [...sums.keys()].every((id) => id in partners);
  const holds = isAll && Object.entries(partners).every(([id, amount]) => isSame(sums.get(id) ?? 0n, amount));
  return { holds, says: 'Each partner’s amount is the sum of what the steps make it pay or get back.' };
}

function totalFoots(answer: Checked): Said {
  const onPartners = add(Object.values(answer.partners));
  const elsewhere = tookIn(answer.steps.filter(({ partners }) => isEmpty(partners)));
  const left = leftIn(answer);
  const says = `The partners bear ${sayPence(onPartners)}, others ${sayPence(elsewhere)}, and ${sayPence(left)} is undetermined.`;
  return { holds: isSame(onPartners + elsewhere + left, answer.variance), says };
}

function reserveFoots({ steps, reserve }: Checked): Said {
  if (!reserve) return { holds: true, says: 'The document has no reserve.' };
  const used = tookIn(steps.filter(({ kind }) => kind === 'reserve'));
  const says = `The reserve held ${sayPence(read(reserve.before))}, gives ${sayPence(used)} and then holds ${sayPence(read(reserve.after))}.`;
  return { holds: isSame(read(reserve.before) - used, reserve.after), says };
}

function reserveKeepsFloor({ reserve }: Checked): Said {
  if (!reserve) return { holds: true, says: 'The document has no reserve.' };
  const [before, after, floor] = [read(reserve.before), read(reserve.after), read(reserve.floor)];
  const says = `The reserve is not taken below its floor of ${sayPence(floor)}.`;
  return { holds: after >= floor || after >= before, says };
}

/** Every check, made of the answer as it is printed. One without a rule does not compile. */
const checks: Readonly<Record<CheckKind, (answer: Checked) => Said>> = {
  'variance-foots': ({ budget, forecast, variance }) => ({
    holds: isSame(read(forecast) - read(budget), variance),
    says: 'The variance is the forecast less the budget.',
  }),
  'steps-foot': stepsFoot,
  'step-partners-foot': stepPartnersFoot,
  'partners-foot': partnersFoot,
  'total-foots': totalFoots,
  'reserve-foots': reserveFoots,
  'reserve-keeps-floor': reserveKeepsFloor,
};

/** What must hold of an answer, and whether it does. */
export function checkAnswer(answer: Checked): readonly Check[] {
  return (Object.keys(checks) as CheckKind[]).map((check) => ({ check, ...checks[check](answer) }));
}
