/** What is wrong with one cell, whatever it was meant to hold. */
export type CellFault = 'formula' | 'error-value' | 'hidden-characters';

/** What was read from a cell: its text, nothing, or what is wrong with it. Numbers and dates are written out as text. */
export type ReadCell = string | null | { readonly fault: CellFault };

/** A row as it lies in the sheet, counted from 1. */
export interface ReadRow {
  readonly row: number;
  readonly cells: readonly ReadCell[];
}

/** Direction marks, zero-width characters and control characters other than tab and ends of lines. */
const HIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]/;

/** Text as it stands, unless it holds what nobody would see. */
export function textCell(text: string): ReadCell {
  if (text === '') return null;
  return HIDDEN.test(text) || !text.isWellFormed() ? { fault: 'hidden-characters' } : text;
}
