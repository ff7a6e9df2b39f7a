import { type Whose, measuresForRecordedPartners, measuresWithLaterData, recordedPartners } from './figures.js';
import { withLaterFigures } from './basis-figures.js';
import { type PostedLine, type PostedPot, type PostedShares, idMap } from './posted.js';

function withMeasures(document: PostedShares, measures: PostedShares['measures'] & object): PostedShares {
  return document.measures === undefined && measures.length === 0 ? document : { ...document, measures };
}

function potWithData(pot: PostedPot, later: PostedPot | undefined, whose: Whose): PostedPot {
  if (!later) return pot;
  const newer = idMap(later.lines);
  const lines = pot.lines?.map((line) =>
    line.basis ? { ...line, basis: withLaterFigures(line.basis, newer.get(line.id)?.basis, whose) } : line,
  );
  return { ...pot, ...(lines && { lines }), basis: withLaterFigures(pot.basis, later.basis, whose) };
}

/** The document with the later data: measures, units, and what is carved out. */
export function withLaterData(recorded: PostedShares, later: PostedShares): PostedShares {
  const [whose, newer] = [recordedPartners(recorded, later), idMap(later.pots)];
  const pots = recorded.pots.map((pot) => potWithData(pot, newer.get(pot.id), whose));
  return withMeasures({ ...recorded, pots }, measuresWithLaterData(recorded, later));
}

/** A later line that is borne as the line of the same id was. */
function borneAs(line: PostedLine, { only, basis }: PostedLine): PostedLine {
  return { ...line, only, basis };
}

function potWithSpend(pot: PostedPot, later: PostedPot | undefined): PostedPot {
  if (!later) return pot;
  const older = idMap(pot.lines);
  const lines = later.lines?.map((line) => borneAs(line, older.get(line.id) ?? line));
  return { ...pot, lines, less: later.less };
}

/** The document with the later spend: lines and income taken off, each still borne as it was. */
export function withLaterSpend(document: PostedShares, later: PostedShares): PostedShares {
  const newer = idMap(later.pots);
  return { ...document, pots: document.pots.map((pot) => potWithSpend(pot, newer.get(pot.id))) };
}

function potWithMembers(pot: PostedPot, recorded: PostedPot | undefined): PostedPot {
  return recorded ? { ...pot, members: recorded.members } : pot;
}

/** The later document with the partners and the members that were recorded: all but the membership is the later one. */
export function withLaterRule(recorded: PostedShares, later: PostedShares): PostedShares {
  const older = idMap(recorded.pots);
  const pots = later.pots.map((pot) => potWithMembers(pot, older.get(pot.id)));
  const document = { ...later, partners: recorded.partners, pots };
  return withMeasures(document, measuresForRecordedPartners(recorded, later));
}
