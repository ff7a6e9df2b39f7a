/** What a checkpoint vouches for: that this chain had this many entries, and that this was the hash of the last. */
export interface Vouched {
  readonly origin: string;
  readonly chain: string;
  readonly size: bigint;
  /** In hexadecimal. */
  readonly root: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly key: string;
}

/** The text that is signed, and that every partner keeps: lines of one word and its value. The verifier reads the same. */
export function writeNote({ origin, chain, size, root, at, key }: Vouched): string {
  const lines = ['poolkeeper audit checkpoint 1', `origin ${origin}`, `chain ${chain}`, `size ${size}`];
  return [...lines, `root ${root}`, `at ${at}`, `key ${key}`, ''].join('\n');
}

/** What a partner signs to say that it has seen a checkpoint: its own name, and the whole text. */
export function writeCosigned(authority: string, note: string): string {
  return `poolkeeper audit cosignature 1\nauthority ${authority}\n${note}`;
}
