import { Refused } from './problem.js';
import { Upload } from './upload.js';

const MOST_FIELDS = 20;
const MOST_BYTES = 65_536;

/** What a form with a file sent: its fields, and the file as it comes in. Fields after the file are not read. */
export async function readMultipart(input: AsyncIterable<Buffer>, contentType: string): Promise<object> {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw malformed();
  const parts = new Parts(input, Buffer.from(`\r\n--${boundary}`));
  const form = new Map<string, unknown>();
  await collect(parts.content());
  while (form.size <= MOST_FIELDS && (await parts.next())) {
    const { name, file } = await parts.about();
    if (file !== undefined) return Object.fromEntries([...form, [name, new Upload(file, parts.content())]]);
    form.set(name, (await collect(parts.content())).toString('utf8'));
  }
  return Object.fromEntries(form);
}

async function collect(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of content) {
    size += piece.length;
    if (size > MOST_BYTES) throw new Refused('too-large', 'A field of a form has at most 64 KiB.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** A body cut at its boundary, never held whole. */
class Parts {
  private readonly source: AsyncIterator<Buffer>;
  private held = Buffer.from('\r\n');

  constructor(
    input: AsyncIterable<Buffer>,
    private readonly boundary: Buffer,
  ) {
    this.source = input[Symbol.asyncIterator]();
  }

  /** Up to the next boundary, and past it. */
  async *content(): AsyncIterable<Buffer> {
    for (let at = this.held.indexOf(this.boundary); ; at = this.held.indexOf(this.boundary)) {
      const sure = at === -1 ? Math.max(0, this.held.length - this.boundary.length) : at;
      if (sure > 0) yield this.held.subarray(0, sure);
      this.held = this.held.subarray(at === -1 ? sure : at + this.boundary.length);
      if (at !== -1) return;
      await this.more();
    }
  }

  /** Whether another part follows the boundary that was just passed. */
  async next(): Promise<boolean> {
    while (this.held.length < 2) await this.more();
    const follows = this.held.subarray(0, 2).toString('latin1') === '\r\n';
    if (follows) this.held = this.held.subarray(2);
    return follows;
  }

  /** The name of a part, and of the file that it is. */
  async about(): Promise<{ readonly name: string; readonly file: string | undefined }> {
    let end = this.held.indexOf('\r\n\r\n');
    for (; end === -1 && this.held.length < 8_192; end = this.held.indexOf('\r\n\r\n')) await this.more();
    if (end === -1) throw malformed();
    const headers = this.held.subarray(0, end).toString('utf8');
    this.held = this.held.subarray(end + 4);
    const disposition = /^content-disposition:\s*form-data;(.*)$/im.exec(headers)?.[1] ?? '';
    const value = (name: string) => new RegExp(`(?:^|;)\\s*${name}="([^"]*)"`, 'i').exec(disposition)?.[1];
    return { name: value('name') ?? '', file: value('filename') };
  }

  private async more(): Promise<void> {
    const next = await this.source.next();
    if (next.done === true) throw malformed();
    this.held = Buffer.concat([this.held, next.value]);
  }
}

function malformed(): Refused {
  return new Refused('malformed', 'The form could not be read. Choose the file again, and send it again.');
}
