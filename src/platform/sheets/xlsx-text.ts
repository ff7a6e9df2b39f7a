/** The longest text that a cell of a spreadsheet holds. */
export const LONGEST_CELL = 32_767;

const LIKE_AN_ESCAPE = /_(?=x[0-9a-f]{4}_)/gi;
/** What XML cannot carry, and a carriage return, which XML readers make a line feed of. */
const UNFIT = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;
const ESCAPED = /_x([0-9a-f]{4})_/gi;

/** Text as a cell carries it: `_x000D_` stands for what XML cannot say, and `_x005F_` for the start of what looks like that. */
export function writeXlsxText(text: string): string {
  return escapeXml(text.replace(LIKE_AN_ESCAPE, '_x005F_').replace(UNFIT, escaped));
}

export function readXlsxText(text: string): string {
  return text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function escaped(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
