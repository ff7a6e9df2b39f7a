const KNOWN = Array.from({ length: 33 }, (_, places) => 10n ** BigInt(places));

/** 10 to the power of `places`. */
export function powerOfTen(places: number): bigint {
  return KNOWN[places] ?? 10n ** BigInt(places);
}
