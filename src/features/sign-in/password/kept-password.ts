/** What scrypt was asked: `N = 2 ** log2N` blocks of `128 * r` bytes, `p` times. */
export interface Cost {
  readonly log2N: number;
  readonly r: number;
  readonly p: number;
}

/** A password as it is kept: what was asked of scrypt, the salt, and what came of it. */
export interface KeptPassword {
  readonly cost: Cost;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

const FORM = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/;

/** `$scrypt$ln=17,r=8,p=1$salt$hash`, the PHC string form, base64 without its padding. */
export function writeKeptPassword({ cost, salt, hash }: KeptPassword): string {
  return `$scrypt$ln=${cost.log2N},r=${cost.r},p=${cost.p}$${bare(salt)}$${bare(hash)}`;
}

/** Throws on anything else: what is kept was written by the function above. */
export function readKeptPassword(text: string): KeptPassword {
  const [, log2N, r, p, salt, hash] = FORM.exec(text) ?? [];
  if (salt === undefined || hash === undefined) throw new Error('A kept password is not in its form.');
  return {
    cost: { log2N: Number(log2N), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  };
}

function bare(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
