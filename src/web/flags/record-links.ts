import { illustrativeTag, type Tag } from '../shared/illustrative.js';
import { sentence } from '../shared/words.js';

/** A record that a flag rests on: what it is, where it is, and whether it was made up. */
export interface RecordLink {
  readonly text: string;
  readonly href: string;
  readonly tag: Tag | undefined;
}

interface Record {
  readonly kind: string;
  readonly href: string;
  readonly illustrative: boolean;
}

/** Names each by its kind, and leads to its page, whose address is the API's without its beginning. */
export function recordLinks(records: readonly Record[]): readonly RecordLink[] {
  // Numbered where there are several of one kind, so that no two links read alike.
  return records.map(({ kind, href, illustrative }, position) => {
    const alike = records.filter((each) => each.kind === kind).length;
    const number = records.slice(0, position + 1).filter((each) => each.kind === kind).length;
    const name = sentence(kind.replaceAll('-', ' '));
    const text = alike > 1 ? `${name} ${number} of ${alike}` : name;
    return { text, href: href.replace(/^\/api\/v1/, ''), tag: illustrativeTag(illustrative) };
  });
}
