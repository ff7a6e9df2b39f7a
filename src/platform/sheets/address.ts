/** The letters of a column, the first being number 0: `A` to `Z`, then `AA`. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** The number of the column in a cell's address, the first being 0; none where it is no address. */
export function columnIndex(address: string): number | undefined {
  const [, letters] = /^([A-Z]{1,7})\d{1,10}$/.exec(address) ?? [];
  if (letters === undefined) return undefined;
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
