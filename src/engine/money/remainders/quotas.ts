/**
 * The exact amounts before rounding, in units: each `numerators[i] / per`. Together they make `total` pence, so with
 * `unit` pence to a unit the numerators sum to `total × per / unit`. `total` is not negative; one numerator may be.
 */
export interface Quotas {
  readonly total: bigint;
  readonly unit: bigint;
  readonly numerators: readonly bigint[];
  readonly per: bigint;
}

/** Everyone rounded down to whole units, and what that leaves over. */
export interface RoundedDown {
  /** Whole units, by position. */
  readonly units: bigint[];
  /** What rounding down took from each, over `per`. */
  readonly remainders: bigint[];
  /** Whole units still to hand out. */
  readonly left: number;
  /** Pence of the total that make no whole unit. */
  readonly odd: bigint;
}

/** Rounds everyone down to whole units, downwards also below zero. */
export function roundDown({ total, unit, numerators, per }: Quotas): RoundedDown {
  const [units, remainders]: [bigint[], bigint[]] = [[], []];
  let left = unit === 1n ? total : total / unit;
  for (const numerator of numerators) {
    let quotient = numerator / per;
    let remainder = numerator - quotient * per;
    if (remainder < 0n) {
      quotient -= 1n;
      remainder += per;
    }
    units.push(quotient);
    remainders.push(remainder);
    left -= quotient;
  }
  return { units, remainders, left: Number(left), odd: unit === 1n ? 0n : total % unit };
}
