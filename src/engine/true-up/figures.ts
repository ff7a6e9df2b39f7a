import { byId } from '../shares/ids.js';
import { type Figures, type PostedMeasure, type PostedShares, figureAt, idMap } from './posted.js';

/** Whose figures are wanted, and who of them the later document knows: of the others it says nothing. */
export interface Whose {
  readonly ids: readonly string[];
  readonly later: ReadonlySet<string>;
}

/** The partners of the recorded document. */
export function recordedPartners(recorded: PostedShares, later: PostedShares): Whose {
  return { ids: recorded.partners.map(({ id }) => id), later: new Set(later.partners.map(({ id }) => id)) };
}

/** Each partner's later figure; the recorded one of those that the later document does not know. */
export function laterFigures(
  recorded: Figures<string> | undefined,
  later: Figures<string> | undefined,
  { ids, later: isLater }: Whose,
): Figures<string> {
  return byId(
    ids.flatMap((id) => {
      const figure = figureAt(isLater.has(id) ? later : recorded, id);
      return figure === undefined ? [] : [[id, figure] as const];
    }),
  );
}

/** A measure with the later figures, year by year; of years and of measures that only one document has, that one's. */
function laterMeasure(
  recorded: PostedMeasure | undefined,
  later: PostedMeasure,
  years: readonly string[],
  whose: Whose,
): PostedMeasure {
  const values = years.map((year) => {
    const [was, is] = [figureAt(recorded?.values, year), figureAt(later.values, year)];
    return [year, is ? laterFigures(was, is, whose) : (was ?? {})] as const;
  });
  return { ...later, values: byId(values) };
}

/** The recorded measures and years with the later figures for the recorded partners, and whatever later ones there are. */
export function measuresWithLaterData(recorded: PostedShares, later: PostedShares): readonly PostedMeasure[] {
  const [whose, newer, older] = [recordedPartners(recorded, later), idMap(later.measures), idMap(recorded.measures)];
  const kept = (recorded.measures ?? []).map((measure) => {
    const other = newer.get(measure.id);
    if (!other) return measure;
    const years = [...new Set([...Object.keys(measure.values), ...Object.keys(other.values)])];
    return laterMeasure(measure, other, years, whose);
  });
  const added = (later.measures ?? []).filter(({ id }) => !older.has(id));
  return [...kept, ...added.map((measure) => laterMeasure(undefined, measure, Object.keys(measure.values), whose))];
}

/** The later measures, with the recorded figures of partners that only the recorded document has. */
export function measuresForRecordedPartners(recorded: PostedShares, later: PostedShares): readonly PostedMeasure[] {
  const [whose, older] = [recordedPartners(recorded, later), idMap(recorded.measures)];
  return (later.measures ?? []).map((measure) =>
    laterMeasure(older.get(measure.id), measure, Object.keys(measure.values), whose),
  );
}
