/** What an entry says; `previous` and `commitment` are 32 bytes each. */
export interface Says {
  readonly chain: string;
  readonly position: string;
  readonly previous: Uint8Array;
  readonly at: string;
  readonly person: string | null;
  readonly office: string | null;
  readonly capacity: string | null;
  readonly authority: string | null;
  readonly action: string | null;
  readonly event: string;
  readonly subject: string;
  readonly subjectId: string | null;
  readonly request: string | null;
  readonly commitment: Uint8Array;
}

export interface EvidenceEntry {
  readonly position: number;
  readonly leaf: string;
  readonly hash: string;
  readonly says: Omit<Says, 'chain' | 'position' | 'previous' | 'commitment'>;
  readonly detail: { readonly salt: string; readonly text: string } | null;
  readonly erasedBy: number | null;
}

export interface SignedNote {
  readonly note: string;
  readonly signature: string;
  readonly cosignatures?: readonly { readonly authority: string; readonly signature: string }[];
}

export interface Evidence {
  readonly format: 'poolkeeper evidence 1';
  readonly chain: string;
  readonly details: 'all' | 'withheld';
  readonly entries: readonly EvidenceEntry[];
  readonly checkpoints: readonly SignedNote[];
}

export interface Verdict {
  readonly chain: string;
  readonly first: number;
  readonly last: number;
  readonly checked: {
    readonly entries: number;
    readonly details: number;
    readonly checkpoints: number;
    readonly cosignatures: number;
    readonly cosignaturesWithoutKey: number;
    readonly vouchedUpTo: number;
  };
  /** The first position that can be bad, the last that the first bad one can be, and why. */
  readonly fault: { readonly from: number; readonly to: number; readonly why: string } | undefined;
}

interface Trusted {
  readonly keys: readonly string[];
  readonly partnerKeys?: Readonly<Record<string, string>>;
  readonly seen?: readonly (Evidence | SignedNote)[];
}

export const START: string;
export const leafFields: readonly string[];
export function encodeLeaf(says: Says): Buffer;
export function decodeLeaf(bytes: Uint8Array): Says & { readonly domain: string; readonly format: string };
export function commitmentTo(salt: Uint8Array, text: string): Buffer;
export function readNote(note: string):
  | {
      readonly origin: string;
      readonly chain: string;
      readonly size: number;
      readonly root: string;
      readonly key: string;
    }
  | undefined;
export function cosigned(authority: string, note: string): string;
export function keyId(key: string): string;
export function verifyEvidence(parts: readonly Evidence[], trusted: Trusted): Verdict;
