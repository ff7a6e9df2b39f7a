const written = new WeakMap<object, string>();

/** The JSON text of an answer that is kept and never changes, written once. */
export function asJson(answer: object): string {
  const known = written.get(answer);
  if (known !== undefined) return known;
  const text = JSON.stringify(answer);
  written.set(answer, text);
  return text;
}
