import { calculateShares } from '../../../engine/shares/calculate-shares.js';
import type { Pot, PotKind, SharesDocument } from '../../../engine/shares/document.js';
import { readSharesDocument } from '../../../engine/shares/read-document.js';
import { sayStretch } from '../../../engine/shares/say-period.js';
import { sayList } from '../../../engine/shares/say.js';
import { showPounds } from '../../shared/words.js';

interface PotInWords {
  readonly heading: string;
  readonly says: string;
  readonly steps: readonly string[];
}

export interface ScheduleInWords {
  readonly says: string;
  readonly pots: readonly PotInWords[];
  /** What nobody bears, with why. */
  readonly unallocated: readonly string[];
}

const kinds: Readonly<Record<PotKind, string>> = {
  pooled: 'Pooled',
  aligned: 'Aligned, not pooled',
  own: 'Each partner’s own',
};

/** A funding schedule, pot by pot, in the words of its own working; undefined where it cannot be worked out. */
export function saySchedule(schedule: unknown): ScheduleInWords | undefined {
  const read = readSharesDocument(schedule);
  const made = read.ok ? calculateShares(read.value) : read;
  if (!read.ok || !made.ok) return undefined;
  const { total, working, unallocated } = made.value;
  const nameOf = new Map(read.value.pots.map(({ id, name }) => [id, name]));
  return {
    says: sayWhole(read.value, total),
    pots: read.value.pots.map((pot) => ({
      ...sayPot(pot),
      steps: working.filter((step) => step.pot === pot.id).map(({ words }) => words),
    })),
    unallocated: unallocated
      .filter(({ amount }) => amount !== '0.00')
      .map(({ pot, amount, why }) => `${showPounds(amount)} of ${nameOf.get(pot) ?? pot} is borne by nobody: ${why}`),
  };
}

function sayWhole({ period, pots }: SharesDocument, total: string): string {
  const parts = pots.length === 1 ? 'one pot' : `${pots.length} pots`;
  return `${showPounds(total)} in ${parts}, for the days ${sayStretch({ period })}. Shared is its part for the days on which this version is in force.`;
}

function sayPot({ name, kind, clause, members }: Pot) {
  return {
    heading: clause === undefined ? name : `${name} (${clause})`,
    says: `${kinds[kind]}: ${sayList(members.map((member) => member.name))}.`,
  };
}
