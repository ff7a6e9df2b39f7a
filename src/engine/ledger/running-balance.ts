/** What changes an account by, in pence. */
interface Change {
  readonly pence: bigint;
}

/** Changes in their order, each with what the account comes to after it; and what it comes to in the end. In pence. */
export function runningBalance<T extends Change>(
  opening: bigint,
  changes: readonly T[],
): { readonly changes: readonly (T & { readonly balance: bigint })[]; readonly closing: bigint } {
  let balance = opening;
  const after = changes.map((change) => {
    balance += change.pence;
    return { ...change, balance };
  });
  return { changes: after, closing: balance };
}
