import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  bundleOf,
  checkpointOf,
  entriesOf,
  entryAfter,
  hashOf,
  newKeys,
  noteOf,
  signatureOf,
} from '../../../../test/support/evidence.js';
import {
  commitmentTo,
  decodeLeaf,
  encodeLeaf,
  type Evidence,
  type EvidenceEntry,
  type Says,
  START,
  verifyEvidence,
} from './verify-evidence.mjs';

type Vector = Readonly<Record<'salt' | 'detail' | 'commitment' | 'leaf' | 'hash' | 'previous', string>> & Says;
const vectors = JSON.parse(
  readFileSync(path.join(import.meta.dirname, 'golden-vectors.json'), 'utf8'),
) as readonly Vector[];

const key = newKeys();
const dorset = newKeys();
const entries = entriesOf('aspire', 8);
const early = checkpointOf('aspire', entries, 3, key);
const late = checkpointOf('aspire', entries, 8, key, { dorset });
const whole = bundleOf('aspire', entries, [early, late]);
const trusted = { keys: [key.pem], partnerKeys: { dorset: dorset.pem } };
const faultOf = (evidence: Evidence, seen: readonly Evidence[] = []) =>
  verifyEvidence([evidence], { ...trusted, seen }).fault;
const withEntries = (changed: readonly EvidenceEntry[], checkpoints = whole.checkpoints) => ({
  ...whole,
  entries: changed,
  checkpoints,
});
const changing = (position: number, change: (entry: EvidenceEntry) => EvidenceEntry) =>
  withEntries(entries.map((entry) => (entry.position === position ? change(entry) : entry)));

/** The entries from a position on, written anew after a change there, every hash worked out again. */
function rewrittenFrom(position: number): EvidenceEntry[] {
  const kept = entries.slice(0, position - 1);
  for (let at = position; at <= entries.length; at += 1)
    kept.push(entryAfter(kept.at(-1)?.hash ?? START, 'aspire', at, { subjectId: 'rewritten' }));
  return kept;
}

describe('the bytes that are hashed', () => {
  it.each(vectors.map((vector): [string, Vector] => [vector.position, vector]))(
    'are those of the golden vector at position %s (INV-32)',
    (_, vector) => {
      const [previous, commitment] = [Buffer.from(vector.previous, 'hex'), Buffer.from(vector.commitment, 'hex')];
      const leaf = encodeLeaf({ ...vector, previous, commitment });
      expect(leaf.toString('hex')).toBe(vector.leaf);
      expect(hashOf(leaf)).toBe(vector.hash);
      expect(commitmentTo(Buffer.from(vector.salt, 'hex'), vector.detail)).toEqual(commitment);
      expect(decodeLeaf(leaf)).toMatchObject({
        chain: vector.chain,
        office: vector.office,
        subjectId: vector.subjectId,
      });
    },
  );

  const anyText = fc.oneof(
    fc.constantFrom('', '1', '12', '3', '23', '\u0000', '-1'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const anyOrNone = fc.option(anyText);
  const anySays = fc.record({
    ...{ chain: anyText, position: anyText, at: anyText, event: anyText, subject: anyText },
    ...{ person: anyOrNone, office: anyOrNone, capacity: anyOrNone, authority: anyOrNone, action: anyOrNone },
    ...{ subjectId: anyOrNone, request: anyOrNone },
    previous: fc.uint8Array({ minLength: 32, maxLength: 32 }),
    commitment: fc.uint8Array({ minLength: 32, maxLength: 32 }),
  });

  it('read back as what they were made from, so no two entries have the same bytes', () => {
    fc.assert(
      fc.property(anySays, (says) => {
        const { domain, format, ...read } = decodeLeaf(encodeLeaf(says));
        const plain = (of: Says) => ({ ...of, previous: [...of.previous], commitment: [...of.commitment] });
        expect([domain, format]).toEqual(['poolkeeper audit entry', '1']);
        expect(plain(read)).toEqual(plain(says));
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    [
      { office: '1', capacity: '23' },
      { office: '12', capacity: '3' },
    ],
    [
      { office: '', capacity: null },
      { office: null, capacity: '' },
    ],
    [{ action: null }, { action: '' }],
  ])('tell %j from %j', (a, b) => {
    const bytes = (says: object) => entryAfter(START, 'aspire', 1, says, '{}').leaf.slice(0, 400);
    expect(bytes(a)).not.toBe(bytes(b));
  });

  it('are refused when anything is cut off or added', () => {
    const leaf = Buffer.from(entries[0]!.leaf, 'base64');
    for (let cut = 0; cut < leaf.length; cut += 1) expect(() => decodeLeaf(leaf.subarray(0, cut))).toThrow();
    expect(() => decodeLeaf(Buffer.concat([leaf, Buffer.from([0])]))).toThrow(/goes on/);
  });
});

describe('sound evidence', () => {
  it('holds, and says how much was checked', () => {
    const { fault, checked } = verifyEvidence([whole], trusted);
    expect(fault).toBeUndefined();
    expect(checked).toEqual({
      ...{ entries: 8, details: 8, checkpoints: 2, cosignatures: 1 },
      cosignaturesWithoutKey: 0,
      vouchedUpTo: 8,
    });
  });

  it('holds in several parts, and from the middle on when a checkpoint vouches for what came before', () => {
    const [one, two] = [withEntries(entries.slice(0, 3)), withEntries(entries.slice(3))];
    expect(verifyEvidence([one, two], trusted).fault).toBeUndefined();
    expect(verifyEvidence([two], trusted).fault).toBeUndefined();
    const middle = withEntries(entries.slice(4));
    expect(verifyEvidence([middle], trusted).fault).toMatchObject({
      from: 5,
      why: expect.stringMatching(/came before/),
    });
  });

  it('holds with details withheld, when it says so, and with one erased, when an entry says so', () => {
    const bare = entries.map((entry) => ({ ...entry, detail: null }));
    expect(faultOf({ ...withEntries(bare), details: 'withheld' })).toBeUndefined();
    const erasing = entryAfter(entries[7]!.hash, 'aspire', 9, { event: 'erased', subjectId: '2' });
    const erased = [
      ...entries.map((entry) => (entry.position === 2 ? { ...entry, detail: null, erasedBy: 9 } : entry)),
      erasing,
    ];
    expect(faultOf(withEntries(erased))).toBeUndefined();
    expect(faultOf(withEntries(erased.slice(0, 8)))).toMatchObject({
      from: 9,
      why: expect.stringMatching(/one erased the detail at 2/),
    });
  });
});

describe('the first bad position is named when', () => {
  it.each([
    ['a field is shown otherwise', changing(4, (e) => ({ ...e, says: { ...e.says, office: 'chair' } })), 4],
    ['a detail is altered', changing(5, (e) => ({ ...e, detail: { ...e.detail!, text: '{}' } })), 5],
    ['a salt is swapped', changing(5, (e) => ({ ...e, detail: { ...e.detail!, salt: '00' } })), 5],
    ['a detail is gone', changing(6, (e) => ({ ...e, detail: null })), 6],
    [
      'a detail is said to be erased by an entry that erased another',
      changing(6, (e) => ({ ...e, detail: null, erasedBy: 7 })),
      6,
    ],
    ['a hash is altered', changing(2, (e) => ({ ...e, hash: 'f'.repeat(64) })), 2],
    ['a leaf is altered', changing(2, (e) => ({ ...e, leaf: `${e.leaf.slice(0, -4)}AAAA` })), 2],
    ['a leaf has other bytes in the same base64', changing(2, (e) => ({ ...e, leaf: `${e.leaf}\n` })), 2],
    ['an entry is nothing', changing(3, () => null as never), 3],
    ['an entry is deleted in the middle', withEntries(entries.toSpliced(3, 1)), 4],
    ['the tail is cut', withEntries(entries.slice(0, 6)), 7],
    ['an entry is inserted', withEntries(entries.toSpliced(3, 0, entries[2]!)), 4],
    ['two change places', withEntries([...entries.slice(0, 2), entries[3]!, entries[2]!, ...entries.slice(4)]), 3],
    ['it begins with none', withEntries([]), 1],
    ['it is another chain', { ...whole, chain: 'other' }, 1],
  ])('%s', (_, evidence, position) => {
    expect(faultOf(evidence)).toMatchObject({ from: position, to: position });
  });

  it('everything is written anew, hashes and all: between the last checkpoint that holds and the first that does not', () => {
    expect(faultOf(withEntries(rewrittenFrom(5)))).toMatchObject({ from: 4, to: 8 });
    expect(faultOf(withEntries(rewrittenFrom(2)))).toMatchObject({ from: 1, to: 3 });
  });

  it('one is written anew after the last checkpoint: where the next does not follow from it', () => {
    const forged = entryAfter(entries[5]!.hash, 'aspire', 7, { office: 'forged' });
    const fault = faultOf(withEntries(entries.toSpliced(6, 1, forged), [early]));
    expect(fault).toEqual({ from: 8, to: 8, why: 'it does not follow from the entry before it' });
  });

  it('a detail is said to be erased by an entry that came before it', () => {
    const erasing = entryAfter(entries[0]!.hash, 'aspire', 2, { event: 'erased', subjectId: '3' });
    const erased = { ...entryAfter(erasing.hash, 'aspire', 3), detail: null, erasedBy: 2 };
    const three = [entries[0]!, erasing, erased];
    const fault = faultOf(withEntries(three, [checkpointOf('aspire', three, 3, key)]));
    expect(fault).toMatchObject({ from: 3, to: 3, why: expect.stringMatching(/detail is gone/) });
  });

  it('one says of itself that it stands elsewhere', () => {
    const moved = { ...entryAfter(entries[6]!.hash, 'aspire', 9), position: 8 };
    const fault = faultOf(withEntries(entries.toSpliced(7, 1, moved), [early]));
    expect(fault).toEqual({ from: 8, to: 8, why: 'its leaf is of position 9' });
  });

  it('one is slipped in that follows from the one before it: it, and not the one after it, by what a checkpoint traces back', () => {
    const slipped = entryAfter(entries[2]!.hash, 'aspire', 4, { office: 'forged' });
    const shifted = entries.slice(3).map((entry) => ({ ...entry, position: entry.position + 1 }));
    const fault = faultOf(withEntries([...entries.slice(0, 3), slipped, ...shifted]));
    expect(fault).toMatchObject({ from: 4, to: 4 });
  });

  it('everything is written anew, and an earlier bundle was kept: exactly', () => {
    expect(faultOf(withEntries(rewrittenFrom(5)), [whole])).toMatchObject({ from: 5, to: 5 });
  });

  it('the tail is cut, and the checkpoint of it with it, but a partner saw that one', () => {
    const cut = withEntries(entries.slice(0, 6), [early]);
    expect(faultOf(cut)).toBeUndefined();
    expect(verifyEvidence([cut], { ...trusted, seen: [late] }).fault).toMatchObject({ from: 7 });
  });
});

describe('a checkpoint is refused when', () => {
  const other = newKeys();
  const root = entries[7]!.hash;
  const signed = (note: string, by = key) => ({ note, signature: signatureOf(note, by) });
  it.each([
    ['another key signed it', signed(noteOf('aspire', 8, root, other), other)],
    ['another key signed it in the name of ours', signed(noteOf('aspire', 8, root, key), other)],
    ['our key signed it in the name of another', signed(noteOf('aspire', 8, root, other))],
    ['its text is altered', { ...late, note: late.note.replace('09:01', '09:02') }],
    ['its signature is altered', { ...late, signature: `AAAA${late.signature.slice(4)}` }],
    ['it is of another chain', signed(noteOf('other', 8, root, key))],
    ['it has a line too many', signed(`${noteOf('aspire', 8, root, key)}more\n`)],
    [
      'a cosignature on it is somebody else’s',
      { ...late, cosignatures: [{ authority: 'dorset', signature: late.signature }] },
    ],
  ])('%s', (_, checkpoint) => {
    expect(faultOf(withEntries(entries, [early, checkpoint]))).toMatchObject({ from: 8, to: 8 });
  });

  it('two of one size name different histories', () => {
    const split = signed(noteOf('aspire', 8, 'a'.repeat(64), key));
    expect(faultOf(withEntries(entries, [late, split]))).toMatchObject({ from: 8, to: 8 });
  });

  it('and without any, nothing holds', () => {
    expect(faultOf(withEntries(entries, []))).toMatchObject({ why: 'no checkpoint vouches for it' });
  });
});

describe('as a program, without a network (INV-34)', () => {
  const file = path.join(import.meta.dirname, 'verify-evidence.mjs');
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'evidence-'));
    const put = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
    put('bundle.json', JSON.stringify(whole));
    put('bad.json', JSON.stringify(changing(4, (e) => ({ ...e, hash: START }))));
    put('cut.json', JSON.stringify(withEntries(entries.slice(0, 3), [early])));
    put('late.json', JSON.stringify(late));
    put('key.pem', key.pem);
    put('dorset.pem', dorset.pem);
    put('other.json', '{}');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const alone = spawnSync('unshare', ['-rn', 'true']).status === 0 ? ['unshare', '-rn'] : [];
  function run(...words: string[]) {
    const [program = '', ...rest] = [...alone, process.execPath, file, ...words];
    const { status, stdout, stderr } = spawnSync(program, rest, { cwd: folder, encoding: 'utf8', env: {} });
    return { status, said: stdout + stderr };
  }

  it.each([
    [['bundle.json', '--key', 'key.pem'], 0, /All of it holds/],
    [['bundle.json', '--key', 'key.pem'], 0, /Cosignatures not tried, for want of their --partner-key: 1/],
    [['bundle.json', '--key', 'key.pem', '--partner-key', 'dorset=dorset.pem'], 0, /cosignatures: 1\./],
    [['bad.json', '--key', 'key.pem'], 1, /First bad position: 4: its hash is not/],
    [['cut.json', '--key', 'key.pem'], 0, /positions 1 to 3/],
    [
      ['cut.json', '--key', 'key.pem', '--seen', 'late.json'],
      1,
      /First bad position: 4: entries are missing at the end/,
    ],
    [['bundle.json', '--key', 'dorset.pem'], 1, /First bad position: 3: the checkpoint of size 3 is not signed/],
    [['bundle.json'], 2, /Give a bundle, and --key/],
    [['missing.json', '--key', 'key.pem'], 2, /could not be tried/],
    [['other.json', '--key', 'key.pem'], 2, /no evidence bundle/],
    [['bundle.json', '--key', 'bundle.json'], 2, /could not be tried/],
  ])('%j ends with %s', (words, status, said) => {
    const ended = run(...words);
    expect([ended.status, ended.said]).toEqual([status, expect.stringMatching(said)]);
  });

  it('needs nothing but node’s own cryptography and files', () => {
    const needs = readFileSync(file, 'utf8').match(
      /(?<=\bfrom\s+')[^']+|\bimport\(|\brequire\(|\bfetch\b|\bprocess\.binding\b/g,
    );
    expect(needs).toEqual(['node:crypto', 'node:fs']);
  });
});
