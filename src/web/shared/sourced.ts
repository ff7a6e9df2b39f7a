import { type Tag, illustrativeTag } from './illustrative.js';

/** A piece of text, with where it leads when it is an address. */
interface Piece {
  readonly text: string;
  readonly href?: string;
}

/** Where a record comes from, ready to be shown: its words, the addresses in them as links, and the tag. */
export interface Sourced {
  readonly pieces: readonly Piece[];
  readonly tag: Tag | undefined;
}

export function sourced({ source, illustrative }: { source: string; illustrative: boolean }): Sourced {
  return { pieces: pieces(source), tag: illustrativeTag(illustrative) };
}

/** What follows an address in a sentence and is no part of it. */
const trailing = /[.,;:)\]]+$/;

/** Only `http` and `https` become links, so what somebody recorded can never run. */
function pieces(source: string): readonly Piece[] {
  return source.split(/(https?:\/\/[^\s<>"]+)/).flatMap((text, position) => {
    if (position % 2 === 0) return text === '' ? [] : [{ text }];
    const after = trailing.exec(text)?.[0] ?? '';
    const href = text.slice(0, text.length - after.length);
    return [{ text: href, href }, ...(after === '' ? [] : [{ text: after }])];
  });
}
