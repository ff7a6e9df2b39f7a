import { cutText } from '../../platform/http/cut-text.js';
import { invalid } from '../../platform/http/problem.js';
import type { ImportKind } from '../shared/import-kind.js';

const MOST_NAME = 120;

/** The kind of record that was named; contributions where none was. */
export function kindNamed(kinds: readonly ImportKind[], name: unknown = 'contributions'): ImportKind {
  const found = kinds.find((kind) => kind.name === name);
  if (found) return found;
  const detail = `Expected one of ${kinds.map((kind) => kind.name).join(', ')}.`;
  throw invalid([{ parameter: 'kind', code: 'bad-parameter', detail }]);
}

/** What a file is called, as far as it is fit to be shown: no folders, no brackets, nothing that nobody sees. */
export function nameOf(given: unknown): string {
  const name = typeof given === 'string' ? (given.split(/[/\\]/).at(-1) ?? '') : '';
  const shown = cutText(name.replace(/[^\p{L}\p{N} ._-]/gu, '_'), MOST_NAME).trim();
  return shown === '' ? 'file without a name' : shown;
}
