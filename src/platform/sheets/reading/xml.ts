import { limits } from './limits.js';
import { refuse } from './refusal.js';

/** What is told of a document as it goes by. Names come without their prefix; attributes as they stand, for `attribute`. */
export interface XmlListener {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text?(text: string): void;
}

/**
 * Reads XML piece by piece and keeps none of it. Entities are those of XML itself and characters by number: a document type
 * declaration, which could define others, is refused wherever it stands.
 */
export class XmlReader {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private rest = '';
  private depth = 0;

  constructor(private readonly listener: XmlListener) {}

  take(piece: Buffer): void {
    this.rest += this.decode(piece, true);
    this.read();
    if (this.rest.length > limits.tagText * 2) refuse(this.rest.startsWith('<') ? 'damaged' : 'too-long');
  }

  end(): void {
    this.rest += this.decode(undefined, false);
    this.read();
    if (this.depth !== 0 || this.rest.trim() !== '') refuse('damaged');
  }

  private decode(piece: Buffer | undefined, stream: boolean): string {
    try {
      return this.decoder.decode(piece, { stream });
    } catch {
      return refuse('damaged');
    }
  }

  private read(): void {
    const { rest } = this;
    let at = 0;
    while (at < rest.length) {
      const start = rest.indexOf('<', at);
      if (start === -1) break;
      const end = endOf(rest, start);
      if (end === -1) break;
      if (start > at && this.depth > 0) this.listener.text?.(unescapeXml(rest.slice(at, start)));
      this.tag(rest, start, end);
      at = end;
    }
    this.rest = rest.slice(at);
  }

  private tag(rest: string, start: number, end: number): void {
    const first = rest.charCodeAt(start + 1);
    if (first === SLASH) this.close(rest.slice(start + 2, end - 1));
    else if (first === BANG) this.special(rest.slice(start, end));
    else if (first !== QUESTION) this.open(rest, start, end);
  }

  private open(rest: string, start: number, end: number): void {
    const alone = rest.charCodeAt(end - 2) === SLASH;
    const inner = rest.slice(start + 1, alone ? end - 2 : end - 1);
    const [space] = /\s/.exec(inner) ?? [];
    const cut = space === undefined ? inner.length : inner.indexOf(space);
    const name = withoutPrefix(inner.slice(0, cut));
    if ((this.depth += 1) > limits.depth) refuse('damaged');
    this.listener.open(name, inner.slice(cut));
    if (alone) this.close(name);
  }

  private close(name: string): void {
    if ((this.depth -= 1) < 0) refuse('damaged');
    this.listener.close(withoutPrefix(name.trim()));
  }

  private special(written: string): void {
    if (written.startsWith('<!--')) return;
    if (!written.startsWith('<![CDATA[')) refuse('has-dtd');
    this.listener.text?.(written.slice(9, -3));
  }
}

const [SLASH, BANG, QUESTION] = [0x2f, 0x21, 0x3f];

/** Just behind what starts here; -1 where its end has not come yet. */
function endOf(text: string, start: number): number {
  const closing = text.startsWith('<!--', start) ? '-->' : text.startsWith('<![CDATA[', start) ? ']]>' : '>';
  if (text.startsWith('<!D', start) || text.startsWith('<!E', start)) refuse('has-dtd');
  let end = text.indexOf(closing, start);
  if (closing === '>') while (end !== -1 && openQuotation(text, start, end)) end = text.indexOf('>', end + 1);
  return end === -1 ? -1 : end + closing.length;
}

/** Whether a `>` stands within an attribute's value. */
function openQuotation(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(end - 1) === 0x22 || text.charCodeAt(end - 2) === 0x22) return false;
  const tag = text.slice(start, end);
  if (!tag.includes('"') && !tag.includes("'")) return false;
  return /["']/.test(tag.replace(/"[^"]*"|'[^']*'/g, ''));
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** One attribute's value, by its name without prefix. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? unescapeXml(found[1] ?? found[2] ?? '') : undefined;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{1,8}));|&/gi,
    (_, hex?: string, number?: string, name?: string) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(number);
      if (name !== undefined) return named[name] ?? refuse('damaged');
      return code >= 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : refuse('damaged');
    },
  );
}
