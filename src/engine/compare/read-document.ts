import { digest } from '../digest.js';
import { type Fault, type Outcome, accept, refuse } from '../outcome.js';
import { readFields } from '../reading/fields.js';
import { readNewId } from '../reading/id-field.js';
import { readList } from '../reading/list-field.js';
import { type Place, type Read, at, fault, note, placeAt } from '../reading/place.js';
import { readOptionalText } from '../reading/text-field.js';
import { Budget, MOST_FIGURES } from '../shares/budget.js';
import { type Exactly, calculateExactly } from '../shares/calculate-shares.js';
import { readSharesDocument } from '../shares/read-document.js';
import { ENGINE_VERSION } from '../version.js';

/** No more alternatives are laid side by side. */
export const MOST_ALTERNATIVES = 10;

/** One alternative, calculated. */
export interface Alternative extends Exactly {
  readonly id: string;
  readonly name: string;
}

/** A posted compare document, all of whose alternatives were calculated. */
export interface CompareDocument {
  readonly against: Alternative;
  readonly alternatives: readonly Alternative[];
  readonly digest: `sha256:${string}`;
}

/** A shares document, calculated, that may make `most` figures; its faults are noted where it stands. */
function readShares(place: Place, posted: unknown, most: number): Read<Exactly> {
  const read = readSharesDocument(posted, new Budget(most));
  const made = read.ok ? calculateExactly(read.value) : read;
  if (made.ok) return made.value;
  for (const { pointer, code, expected } of made.faults) {
    fault({ ...place, pointer: place.pointer + pointer }, code, expected);
  }
  return null;
}

function readAlternative(place: Place, raw: unknown, most: number, ids: Set<string>): Read<Alternative> {
  const fields = readFields(place, raw, ['id', 'name', 'document']);
  if (!fields) return null;
  const id = readNewId(at(place, 'id'), fields.get('id'), ids);
  const name = readOptionalText(place, fields, 'name');
  const made = readShares(at(place, 'document'), fields.get('document'), most);
  return id === null || !made ? null : { id, name: name ?? id, ...made };
}

/** How many figures each of so many alternatives may make: its part of what one calculation may. */
export function mostInEach(count: number): number {
  return Number(BigInt(MOST_FIGURES) / BigInt(count));
}

/** Two to ten alternatives; each may make its part of the figures that one calculation may. */
function readAlternatives(place: Place, raw: unknown, ids: Set<string>): readonly Read<Alternative>[] {
  const list = readList(place, raw, MOST_ALTERNATIVES) ?? [];
  if (Array.isArray(raw) && raw.length < 2) {
    fault(place, 'nothing-to-share', `Expected at least two alternatives; came ${raw.length}`);
  }
  return list.map((item, i) => readAlternative(at(place, i), item, mostInEach(list.length), ids));
}

/** A posted compare document, checked and calculated; else all the faults of all its documents at once. */
export function readCompare(raw: unknown): Outcome<CompareDocument> {
  const faults: Fault[] = [];
  const place = placeAt('', faults);
  const fields = readFields(place, raw, ['against', 'alternatives']);
  const ids = new Set<string>();
  const read = fields ? readAlternatives(at(place, 'alternatives'), fields.get('alternatives'), ids) : [];
  const named = fields?.get('against');
  if (fields && !(typeof named === 'string' && ids.has(named))) {
    note(at(place, 'against'), 'not-one-of', 'the id of one of the alternatives', named);
  }
  const alternatives = read.filter((one) => one !== null);
  const against = alternatives.find(({ id }) => id === named);
  if (faults.length > 0 || !against) return refuse(faults);
  return accept({ against, alternatives, digest: digest({ document: raw, engine: ENGINE_VERSION }) });
}
