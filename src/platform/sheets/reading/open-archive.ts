import { crc32, createInflateRaw } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { limits } from './limits.js';
import { refuse, SheetRefused } from './refusal.js';

/** The parts of a workbook, each already found to be no larger than it may be. */
export interface Archive {
  has(name: string): boolean;
  /** Unpacks one part piece by piece, and refuses it where it is not what the archive said of it. */
  unpack(name: string, each: (piece: Buffer) => void): Promise<void>;
}

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const FITTING = /^(\[Content_Types\]\.xml|(_rels|docProps|customXml|xl)\/[\w./ ()-]+)$/;

/** What no workbook to import holds, by the names of its parts. */
const unwanted = [
  [/vbaProject|macrosheets|\.bas$/i, 'macros'],
  [/^xl\/externalLinks\//i, 'linked-elsewhere'],
  [/^xl\/(embeddings|activeX|ctrlProps|queryTables|model)\/|\.(zip|xls[xmb]?|docx?|exe|dll|js|ole)$/i, 'embedded'],
] as const;

/** Looks over an archive before anything is unpacked. */
export async function openArchive(file: Buffer): Promise<Archive> {
  const archive = await opened(file);
  if (archive.entryCount > limits.entries) refuse('too-many-parts');
  const entries = new Map<string, Entry>();
  let whole = 0;
  for await (const entry of archive.eachEntry()) {
    whole += entry.uncompressedSize;
    if (entries.size >= limits.entries) refuse('too-many-parts');
    if (whole > limits.unpackedBytes) refuse('too-big-inside');
    check(entry, entries);
    entries.set(entry.fileName, entry);
  }
  if (!entries.has('[Content_Types].xml')) refuse('not-a-sheet');
  return {
    has: (name) => entries.has(name),
    unpack: async (name, each) => {
      const entry = entries.get(name);
      if (!entry) return refuse('damaged');
      await unpack(archive, entry, each);
    },
  };
}

function opened(file: Buffer): Promise<ZipFile> {
  return yauzl.fromBufferPromise(file, { lazyEntries: true, strictFileNames: true, validateEntrySizes: true });
}

function check(entry: Entry, before: ReadonlyMap<string, Entry>): void {
  const { fileName, uncompressedSize, compressedSize, compressionMethod, generalPurposeBitFlag } = entry;
  for (const [name, code] of unwanted) if (name.test(fileName)) refuse(code);
  if (fileName.endsWith('/')) return;
  if (!FITTING.test(fileName) || fileName.includes('..') || before.has(fileName)) refuse('odd-part');
  if ((generalPurposeBitFlag & ENCRYPTED) !== 0) refuse('old-or-locked');
  if (compressionMethod !== STORED && compressionMethod !== DEFLATED) refuse('damaged');
  if (uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio) refuse('too-big-inside');
}

/** Inflated here rather than by the archive's reader, so that a part stops at the first byte beyond what it said. */
async function unpack(archive: ZipFile, entry: Entry, each: (piece: Buffer) => void): Promise<void> {
  let sum = 0;
  let size = 0;
  const packed = await archive.openReadStreamPromise(entry, {
    decompress: entry.compressionMethod === DEFLATED ? false : null,
  });
  const plain = entry.compressionMethod === DEFLATED ? packed.pipe(createInflateRaw()) : packed;
  packed.on('error', (fault) => plain.destroy(fault));
  for await (const piece of plain as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > entry.uncompressedSize) refuse('damaged');
    sum = crc32(piece, sum);
    each(piece);
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) throw new SheetRefused('damaged');
}
