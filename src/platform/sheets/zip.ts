import { crc32, deflateRaw } from 'node:zlib';
import { promisify } from 'node:util';

const deflate = promisify(deflateRaw);

export interface Entry {
  readonly name: string;
  readonly content: Uint8Array;
}

/** Midnight on 1 January 1980, the first day that an archive can name: the same content makes the same bytes. */
const LONG_AGO = 0x0021_0000;
const DEFLATED = 8;
const VERSION = 20;

/** An archive of a few entries, each deflated off the main thread. */
export async function zip(entries: readonly Entry[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const packed = await deflate(content);
    const about = aboutEntry(name, content, packed);
    const local = Buffer.concat([numbers([0x0403_4b50, 4]), about, Buffer.from(name), packed]);
    const more = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    directory.push(numbers([0x0201_4b50, 4], [VERSION, 2]), about, more, Buffer.from(name));
    parts.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const many = entries.length;
  const end = numbers([0x0605_4b50, 4], [0, 4], [many, 2], [many, 2], [listed.length, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...parts, listed, end]);
}

/** What the entry itself and the directory both say of it. */
function aboutEntry(name: string, content: Uint8Array, packed: Buffer): Buffer {
  const sizes = [[crc32(content), 4] as const, [packed.length, 4] as const, [content.length, 4] as const];
  return numbers([VERSION, 2], [0, 2], [DEFLATED, 2], [LONG_AGO, 4], ...sizes, [Buffer.byteLength(name), 2], [0, 2]);
}

/** Whole numbers, each in so many bytes, the least first. */
function numbers(...all: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    all.map(([value, bytes]) => {
      const written = Buffer.alloc(bytes);
      if (bytes === 2) written.writeUInt16LE(value);
      else written.writeUInt32LE(value);
      return written;
    }),
  );
}
