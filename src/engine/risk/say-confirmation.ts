import { type Confirmation } from './confirmation.js';
import { type RecordRef } from './flag.js';
import { type RiskSource } from './position.js';
import { refer } from './raise.js';
import { sayDate } from './words.js';

/** How far the source is confirmed, in a sentence. */
export function sayEnd({ name, startsOn }: RiskSource, { until }: Confirmation): string {
  if (until === undefined) return `${name} was never confirmed; it counts from its start, ${sayDate(startsOn)}.`;
  return `${name} is confirmed until ${sayDate(until)}.`;
}

/** The source and the changes that say how far it is confirmed. */
export function recordsOf(source: RiskSource, { leftBy, latest, doubtedBy }: Confirmation): readonly RecordRef[] {
  const changes = [leftBy, doubtedBy, latest].filter((change) => change !== undefined);
  return [refer('funding-source', source), ...changes.map((change) => refer('certainty-change', change))];
}
