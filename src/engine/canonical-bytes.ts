const [QUOTE, BACKSLASH, COMMA, COLON] = [34, 92, 44, 58];
/** What JSON writes as it stands, beside the quote and the backslash: ASCII that can be seen, and the space. */
const [FIRST_PLAIN, LAST_PLAIN] = [32, 126];
/** The most bytes of UTF-8 that one unit of a text takes. */
const WIDEST = 3;
const encoder = new TextEncoder();

/** Beyond this the bytes are not kept for the next. */
const MOST_KEPT = 1 << 20;

/** Bytes that grow as they are written. To write a text byte by byte costs a third of joining it, and it is hashed as it is. */
export class CanonicalBytes {
  private end = 0;

  constructor(private bytes = new Uint8Array(1 << 14)) {}

  /** What was written, until something else is. */
  written(): Uint8Array {
    return this.bytes.subarray(0, this.end);
  }

  /** Whether it is worth keeping to be written over. */
  isSmall(): boolean {
    return this.bytes.length <= MOST_KEPT;
  }

  /** Forgets what was written. */
  clear(): void {
    this.end = 0;
  }

  byte(code: number): void {
    this.reserve(1);
    this.bytes[this.end] = code;
    this.end += 1;
  }

  comma(): void {
    this.byte(COMMA);
  }

  colon(): void {
    this.byte(COLON);
  }

  /** A text as JSON writes it. */
  quoted(text: string): void {
    const start = this.end;
    this.reserve(text.length + 2);
    const { bytes } = this;
    let end = start + 1;
    bytes[start] = QUOTE;
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (code < FIRST_PLAIN || code > LAST_PLAIN || code === QUOTE || code === BACKSLASH) {
        this.raw(JSON.stringify(text));
        return;
      }
      bytes[end] = code;
      end += 1;
    }
    bytes[end] = QUOTE;
    this.end = end + 1;
  }

  /** A text as it stands, in UTF-8. */
  raw(text: string): void {
    this.reserve(text.length * WIDEST);
    this.end += encoder.encodeInto(text, this.bytes.subarray(this.end)).written;
  }

  private reserve(more: number): void {
    if (this.end + more <= this.bytes.length) return;
    const grown = new Uint8Array(2 * (this.end + more));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}
