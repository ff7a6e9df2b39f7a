/** The first of a text, as many characters at most; a pair of surrogates is never parted, since half of one is no text. */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
