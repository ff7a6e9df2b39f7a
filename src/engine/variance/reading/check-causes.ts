import { type Place, at, fault } from '../../reading/place.js';
import { type VarianceDocument } from '../document.js';
import { pooledVariance, varianceOf } from '../pool.js';

type Asked = Pick<VarianceDocument, 'lines' | 'budget' | 'forecast' | 'cause' | 'underspend'>;

const WANTED =
  'Expected the cause of an underspend, "management-action" or "windfall", since each has a ladder of its own';

/** Notes every underspend that goes down the ladder of its cause and has none. */
export function checkCauses(place: Place, document: Asked): void {
  if (document.underspend.by !== 'cause' || document.cause !== undefined || pooledVariance(document) >= 0n) return;
  if (document.lines.length === 0) fault(at(place, 'cause'), 'missing-field', `${WANTED}; the field is missing`);
  for (const [i, line] of document.lines.entries()) {
    if (line.owner !== undefined || line.cause !== undefined || varianceOf(line) >= 0n) continue;
    fault(at(at(at(place, 'lines'), i), 'cause'), 'missing-field', `${WANTED}; the field is missing`);
  }
}
