/**
 * Shares documents as they were posted, once they were read without a fault, named as far as parts of one are put into
 * another. Figures are keyed by ids that came from outside.
 */
export type Figures<T> = Readonly<Record<string, T>>;

export interface PostedPartner {
  readonly id: string;
}

export interface PostedMeasure {
  readonly id: string;
  /** By year, then by partner. */
  readonly values: Figures<Figures<string>>;
}

/** A basis of any kind, with the fields of those kinds that hold figures which are counted. */
export interface PostedBasis {
  readonly kind: string;
  readonly units?: Figures<string> | undefined;
  readonly part?: { readonly partner: string; readonly from: Figures<string> } | undefined;
  readonly basis?: PostedBasis | undefined;
  readonly parts?: readonly { readonly weight: string; readonly basis: PostedBasis }[] | undefined;
  readonly agreed?: PostedBasis | null | undefined;
  readonly default?: PostedBasis | undefined;
}

export interface PostedLine {
  readonly id: string;
  readonly amount: string;
  readonly only?: string | undefined;
  readonly basis?: PostedBasis | undefined;
}

export interface PostedPot {
  readonly id: string;
  readonly members?: readonly string[] | undefined;
  readonly lines?: readonly PostedLine[] | undefined;
  readonly less?: readonly PostedLine[] | undefined;
  readonly basis: PostedBasis;
}

export interface PostedShares {
  readonly partners: readonly PostedPartner[];
  readonly measures?: readonly PostedMeasure[] | undefined;
  readonly pots: readonly PostedPot[];
}

/** What stands at a key that came from outside, so that `constructor` is only a key. */
export function figureAt<T>(figures: Figures<T> | undefined, key: string): T | undefined {
  return figures && Object.hasOwn(figures, key) ? figures[key] : undefined;
}

/** Things by their ids. */
export function idMap<T extends { readonly id: string }>(items: readonly T[] | undefined): ReadonlyMap<string, T> {
  return new Map((items ?? []).map((item) => [item.id, item]));
}
