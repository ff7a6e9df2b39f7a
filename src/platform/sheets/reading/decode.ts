import { limits } from './limits.js';
import { refuse } from './refusal.js';

/** The text of a CSV: UTF-8, or UTF-16 that says so or plainly is. */
export function decode(file: Buffer): string {
  if (file.length > limits.fileBytes) refuse('too-large');
  const encoding = encodingOf(file);
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    return refuse('encoding');
  }
}

function encodingOf(file: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (file[0] === 0xff && file[1] === 0xfe) return 'utf-16le';
  if (file[0] === 0xfe && file[1] === 0xff) return 'utf-16be';
  const [even, odd] = nulls(file.subarray(0, 2_000));
  const half = Math.min(file.length, 2_000) / 2;
  if (odd > half * 0.6 && even === 0) return 'utf-16le';
  return even > half * 0.6 && odd === 0 ? 'utf-16be' : 'utf-8';
}

/** How many bytes at even places are nothing, and how many at odd ones: in UTF-16, plain letters have one beside each. */
function nulls(start: Buffer): readonly [number, number] {
  const counts: [number, number] = [0, 0];
  for (const [place, byte] of start.entries()) if (byte === 0) counts[place % 2 === 0 ? 0 : 1] += 1;
  return counts;
}
