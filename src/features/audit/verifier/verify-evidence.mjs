// Verifies evidence from Poolkeeper's audit trail with nothing but Node and this file: no network, no database, no packages.
//
//   node verify-evidence.mjs bundle.json [more-parts.json …] --key checkpoint-public.pem
//     [--seen earlier-checkpoint-or-bundle.json] [--partner-key dorset=dorset-public.pem]
//
// Get the public keys from whoever vouches for them, not from the bundle. Exit code 0: all of it holds. 1: it does not, and
// the first bad position is named. 2: it could not be tried (a file or a key is missing, or is no evidence at all).
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest();
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What an entry says, in the order in which it is hashed. `previous` and `commitment` are bytes; all else is text or null. */
export const leafFields = [
  ...['domain', 'format', 'chain', 'position', 'previous', 'at', 'person', 'office', 'capacity', 'authority'],
  ...['action', 'event', 'subject', 'subjectId', 'request', 'commitment'],
];
const inBytes = ['previous', 'commitment'];
const DOMAIN = 'poolkeeper audit entry';

/** One field: its length in four bytes, then its bytes. Nothing at all is a length of -1, so it is never empty text. */
function field(value) {
  const length = Buffer.alloc(4);
  if (value === null) return Buffer.alloc(4, 255);
  const bytes = Buffer.from(value);
  length.writeInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** The exact bytes that are hashed. */
export function encodeLeaf(says) {
  const whole = { domain: DOMAIN, format: '1', ...says };
  return Buffer.concat(leafFields.map((name) => field(whole[name])));
}

/** The fields of a leaf; throws where they are not exactly those. */
export function decodeLeaf(bytes) {
  let at = 0;
  const next = (name) => {
    const length = bytes.readInt32BE(at);
    at += 4 + Math.max(length, 0);
    if (length < -1 || at > bytes.length) throw new Error(`the field ${name} is longer than its leaf`);
    if (length === -1) return null;
    const part = bytes.subarray(at - length, at);
    return inBytes.includes(name) ? part : utf8.decode(part);
  };
  const says = Object.fromEntries(leafFields.map((name) => [name, next(name)]));
  if (at !== bytes.length) throw new Error('the leaf goes on after its last field');
  if (says.domain !== DOMAIN || says.format !== '1') throw new Error('it is no audit entry of format 1');
  return says;
}

/** What an entry keeps of its detail: salted, so that nobody can guess at a detail that was erased or withheld. */
export function commitmentTo(salt, text) {
  return sha256(Buffer.concat([field('poolkeeper audit detail'), field('1'), field(salt), field(text)]));
}

/** The hash before the first entry: that of nothing. */
export const START = sha256('').toString('hex');

const NOTE =
  /^poolkeeper audit checkpoint 1\norigin (\S+)\nchain (\S+)\nsize ([1-9]\d{0,15})\nroot ([0-9a-f]{64})\nat (\S+)\nkey ([0-9a-f]{32})\n$/;

export function readNote(note) {
  const [, origin, chain, size, root, at, key] = NOTE.exec(note) ?? [];
  return root === undefined ? undefined : { origin, chain, size: Number(size), root, at, key };
}

/** What a partner signs: the checkpoint and its own name. */
export const cosigned = (authority, note) => `poolkeeper audit cosignature 1\nauthority ${authority}\n${note}`;

export const keyId = (key) =>
  sha256(createPublicKey(key).export({ type: 'spki', format: 'der' }))
    .toString('hex')
    .slice(0, 32);

const signs = (text, key, signature) =>
  verify(null, Buffer.from(text), createPublicKey(key), Buffer.from(String(signature), 'base64'));

/** A fault: the first position that can be bad, the last that the first bad one can be, and why. */
const bad = (from, why, to = from) => ({ from, to, why });

function entryFault(entry, expected, previous, chain) {
  if (entry?.position !== expected) return `position ${entry?.position} stands where ${expected} belongs`;
  const leaf = Buffer.from(String(entry.leaf), 'base64');
  if (leaf.toString('base64') !== entry.leaf) return 'its leaf is not written in base64';
  let says;
  try {
    says = decodeLeaf(leaf);
  } catch (error) {
    return `its leaf cannot be read: ${error.message}`;
  }
  if (says.chain !== chain) return `its leaf is of the chain ${says.chain}`;
  if (says.position !== String(expected)) return `its leaf is of position ${says.position}`;
  if (says.previous.toString('hex') !== previous) return 'it does not follow from the entry before it';
  if (sha256(leaf).toString('hex') !== entry.hash) return 'its hash is not that of its leaf';
  const shown = entry.says ?? {};
  const differs = leafFields.slice(5, -1).find((name) => (shown[name] ?? null) !== says[name]);
  if (differs) return `its ${differs} is shown as ${shown[differs]} but was recorded as ${says[differs]}`;
  if (!entry.detail) return undefined;
  const kept = commitmentTo(Buffer.from(String(entry.detail.salt), 'hex'), String(entry.detail.text));
  return says.commitment.equals(kept) ? undefined : 'its detail or its salt is not what was recorded';
}

/** Goes along the chain, up to the first entry that is not as it must be. Gives the hash at each position. */
function walk(entries, first, chain) {
  const hashes = new Map();
  let previous = START;
  try {
    if (first > 1) previous = decodeLeaf(Buffer.from(entries[0].leaf, 'base64')).previous.toString('hex');
  } catch {
    return { hashes, fault: bad(first, 'its leaf cannot be read') };
  }
  hashes.set(first - 1, previous);
  for (const [index, entry] of entries.entries()) {
    const why = entryFault(entry, first + index, previous, chain);
    if (why) return { hashes, fault: bad(first + index, why) };
    previous = entry.hash;
    hashes.set(first + index, previous);
  }
  return { hashes };
}

/** A detail may be gone only if a later entry says that it was erased, or the bundle that it is withheld from its reader. */
function detailMissing(entries, first, sound, details) {
  for (const entry of entries.slice(0, sound)) {
    const by = entries[entry.erasedBy - first];
    const named = by?.says?.event === 'erased' && by.says.subjectId === String(entry.position);
    const judged = !entry.erasedBy || entry.erasedBy < first + sound;
    const withheld = details === 'withheld' && !entry.erasedBy;
    if (!entry.detail && !withheld && judged && !(named && entry.erasedBy > entry.position))
      return bad(entry.position, 'its detail is gone, and no entry says that it was erased');
  }
  return undefined;
}

/** Checks one checkpoint's signatures, and gives what it vouches for. */
function openCheckpoint({ note, signature, cosignatures }, chain, { keys, partnerKeys }, checked) {
  const says = readNote(String(note));
  if (!says) return { fault: bad(Number(/^size (\d{1,15})$/m.exec(note)?.[1] ?? 1), 'a checkpoint cannot be read') };
  const named = `the checkpoint of size ${says.size}`;
  if (says.chain !== chain) return { fault: bad(says.size, `${named} is of the chain ${says.chain}`) };
  if (!keys.some((key) => keyId(key) === says.key && signs(note, key, signature)))
    return { fault: bad(says.size, `${named} is not signed by a key that was given`) };
  for (const { authority, signature: by } of cosignatures ?? []) {
    const key = partnerKeys[authority];
    if (key && !signs(cosigned(authority, note), key, by))
      return { fault: bad(says.size, `${named} is not cosigned by ${authority}, as it says it is`) };
    checked[key ? 'cosignatures' : 'cosignaturesWithoutKey'] += 1;
  }
  checked.checkpoints += 1;
  return { says };
}

/** The chain against what was vouched for: each checkpoint narrows down where the first bad entry can be. */
function against(anchors, hashes, last, first) {
  let good = first - 1;
  for (const { size, root } of [...anchors].sort((a, b) => a.size - b.size)) {
    if (size < first - 1) continue;
    if (size > last) return bad(last + 1, `entries are missing at the end: a checkpoint vouches for ${size}`);
    if (!hashes.has(size)) return undefined;
    const from = Math.min(good + 1, Math.max(size, first));
    if (hashes.get(size) !== root)
      return bad(from, `the history up to ${size} is not the one that was vouched for`, Math.max(size, from));
    good = size;
  }
  return undefined;
}

/** Each entry says which came before it, so what vouches for one vouches for all before it, wherever they now stand. */
function traceBack(anchors, entries) {
  const before = new Map();
  for (const entry of entries) {
    try {
      const leaf = Buffer.from(entry.leaf, 'base64');
      before.set(sha256(leaf).toString('hex'), decodeLeaf(leaf).previous.toString('hex'));
    } catch {
      // It cannot be read, so it vouches for none before it.
    }
  }
  const traced = new Map(anchors.map((anchor) => [`${anchor.size} ${anchor.root}`, anchor]));
  for (const { size, root } of traced.values()) {
    const earlier = { size: size - 1, root: before.get(root) };
    if (size > 0 && earlier.root) traced.set(`${earlier.size} ${earlier.root}`, earlier);
  }
  return [...traced.values()];
}

/** An earlier bundle vouches for every one of its entries; a checkpoint, for the whole up to its size. */
const anchorsSeen = (seen) => (seen.entries ?? []).map(({ position, hash }) => ({ size: position, root: hash }));

/** An entry that erased a detail and is not there any more was at the end, or there would be a gap. */
function erasureMissing(entries, last) {
  const erased = entries.find((entry) => !entry?.detail && entry?.erasedBy > last);
  return erased && bad(last + 1, `entries are missing at the end: one erased the detail at ${erased.position}`);
}

const earliest = (faults) => faults.filter(Boolean).sort((a, b) => a.from - b.from || a.to - b.to)[0];

/** Verifies the parts of one evidence, in their order. `keys` and `partnerKeys` are public keys, PEM. */
export function verifyEvidence(parts, { keys, partnerKeys = {}, seen = [] }) {
  const entries = parts.flatMap((part) => part.entries);
  const { chain } = parts[0];
  const checked = {
    entries: 0,
    details: 0,
    checkpoints: 0,
    cosignatures: 0,
    cosignaturesWithoutKey: 0,
    vouchedUpTo: 0,
  };
  const withheld = parts.some(({ details }) => details === 'withheld') ? 'withheld' : 'all';
  const first = Number.isSafeInteger(entries[0]?.position) ? entries[0].position : 1;
  const last = first + entries.length - 1;
  const { hashes, fault } = walk(entries, first, chain);
  const notes = [...parts, ...seen].flatMap((from) => from.checkpoints ?? (from.note === undefined ? [] : [from]));
  const opened = notes.map((checkpoint) => openCheckpoint(checkpoint, chain, { keys, partnerKeys }, checked));
  const anchors = [...opened.flatMap(({ says }) => says ?? []), ...seen.flatMap(anchorsSeen)];
  const chained = earliest([fault, against(fault ? traceBack(anchors, entries) : anchors, hashes, last, first)]);
  const gone = detailMissing(entries, first, chained ? chained.from - first : entries.length, withheld);
  const cut = erasureMissing(entries, last);
  const loose =
    !anchors.some(({ size }) => size >= Math.max(first - 1, 1)) && bad(first, 'no checkpoint vouches for it');
  const begins = first > 1 && !anchors.some(({ size }) => size === first - 1);
  const unknown = begins && bad(first, `no checkpoint vouches for what came before it, up to ${first - 1}`);
  checked.entries = hashes.size > 0 ? hashes.size - 1 : 0;
  checked.details = entries.slice(0, checked.entries).filter(({ detail }) => detail).length;
  checked.vouchedUpTo = Math.max(0, ...anchors.map(({ size }) => size));
  const found = [chained, gone, cut, unknown, ...opened.map((one) => one.fault)];
  return { chain, first, last, checked, fault: earliest(found) ?? (loose || undefined) };
}

function readArguments(words) {
  const given = { files: [], keys: [], partnerKeys: {}, seen: [] };
  const read = (file) => readFileSync(file, 'utf8');
  for (let at = 0; at < words.length; at += 1) {
    const [word, value = ''] = [words[at], words[at + 1]];
    if (word === '--key') given.keys.push(read(value));
    else if (word === '--seen') given.seen.push(JSON.parse(read(value)));
    else if (word === '--partner-key') given.partnerKeys[value.split('=')[0]] = read(value.split('=')[1] ?? '');
    else given.files.push(JSON.parse(read(word)));
    if (word.startsWith('--')) at += 1;
  }
  if (given.files.length === 0 || given.keys.length === 0)
    throw new Error('Give a bundle, and --key with a public key.');
  if (given.files.some((file) => file?.format !== 'poolkeeper evidence 1' || !Array.isArray(file.entries)))
    throw new Error('A file is no evidence bundle of format 1.');
  for (const key of [...given.keys, ...Object.values(given.partnerKeys)]) keyId(key);
  return given;
}

function say({ chain, first, last, checked, fault }, print) {
  print(`Chain ${chain}, positions ${first} to ${last}.`);
  print(`Sound from the start: ${checked.entries} entries, ${checked.details} of them with their detail.`);
  print(`Checkpoints whose signature holds: ${checked.checkpoints}; cosignatures: ${checked.cosignatures}.`);
  if (checked.cosignaturesWithoutKey > 0)
    print(`Cosignatures not tried, for want of their --partner-key: ${checked.cosignaturesWithoutKey}.`);
  if (!fault && last > checked.vouchedUpTo)
    print(`No checkpoint vouches yet for what came after position ${checked.vouchedUpTo}: ask again in a minute.`);
  if (!fault) return print('All of it holds.');
  const where = fault.to === fault.from ? fault.from : `between ${fault.from} and ${fault.to}`;
  print(`IT DOES NOT HOLD. First bad position: ${where}: ${fault.why}.`);
}

function main(words) {
  const print = (line) => process.stdout.write(`${line}\n`);
  try {
    const { files, ...trusted } = readArguments(words);
    const result = verifyEvidence(files, trusted);
    say(result, print);
    return result.fault ? 1 : 0;
  } catch (error) {
    process.stderr.write(`It could not be tried. ${error.message}\n`);
    return 2;
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename)
  process.exit(main(process.argv.slice(2)));
