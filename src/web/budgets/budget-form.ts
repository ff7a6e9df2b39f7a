import { readBudgetLines } from '../../engine/ledger/budget/read-budget.js';
import type { OutturnLine } from '../../features/budgets/dto/outturn.js';
import { field } from '../../platform/http/pages/forms.js';
import { lineIn, poundsIn } from '../ledger-drafts/typed.js';
import { dateIn, filled } from '../shared/filled.js';
import type { Link } from '../shared/page.js';
import { type PutRight } from '../shared/put-right.js';

/** What the form asks in plain text. */
export const budgetFields = ['kind', 'decision', 'why', 'source'];

/** The boxes of a line: of one that is there its amount; of a new one its name too. */
export const boxOfLine = (line: string): string => `line-${line}`;
export const newName = (row: number): string => `new-name-${row}`;
export const newAmount = (row: number): string => `new-amount-${row}`;

/** How many empty rows there are: more where the fund has no line yet. */
export const emptyRows = (lines: readonly unknown[]): number => (lines.length === 0 ? 15 : 5);

/** A line that the form speaks of, and the boxes in which it stands. */
export interface LineTyped {
  readonly said: { readonly line: string; readonly name: string; readonly amount: string };
  readonly boxes: Readonly<Record<'name' | 'amount', string>>;
}

/** The lines that the form speaks of: of those there the ones with an amount, of new ones all in which something stands. */
export function linesIn(form: unknown, there: readonly OutturnLine[]): readonly LineTyped[] {
  const changed = there.flatMap(({ line, name }) => {
    const box = boxOfLine(line);
    const amount = field(form, box).trim();
    return amount === '' ? [] : [{ said: { line, name, amount: poundsIn(amount) }, boxes: { name: box, amount: box } }];
  });
  const added = Array.from({ length: emptyRows(there) }, (_, row) => {
    const [name, amount] = [field(form, newName(row)).trim(), field(form, newAmount(row)).trim()];
    const boxes = { name: newName(row), amount: newAmount(row) };
    return name + amount === '' ? [] : [{ said: { line: lineIn(name), name, amount: poundsIn(amount) }, boxes }];
  });
  return [...changed, ...added.flat()];
}

/** What the form gave, as a use case takes it. */
export function budgetIn(form: unknown, of: { year: string; fund: string }, lines: readonly LineTyped[]): object {
  const from = dateIn(form, 'from');
  const said = { financialYear: of.year, fund: of.fund, lines: lines.map((one) => one.said) };
  return { ...filled(form, budgetFields), ...said, ...(from === undefined ? {} : { from }) };
}

const firstBox = (lines: readonly LineTyped[], there: readonly OutturnLine[]): string =>
  `#${lines[0]?.boxes.amount ?? (there[0] ? boxOfLine(there[0].line) : newName(0))}`;

/** What is wrong with the lines themselves, each leading to its box; also where something else was found wrong first. */
export function wrongLines(lines: readonly LineTyped[], there: readonly OutturnLine[]): readonly Link[] {
  if (lines.length === 0) return [{ text: 'Enter what at least one line may spend', href: firstBox(lines, there) }];
  const read = readBudgetLines(lines.map(({ said }) => said));
  const known = new Set(there.map(({ line }) => line));
  const again = lines.filter(({ said, boxes }) => boxes.name !== boxes.amount && known.has(said.line));
  const faults = read.ok ? [] : read.faults;
  const found = faults.flatMap(({ pointer, code }) => {
    const [, number = '', part] = /^\/(\d+)(?:\/(\w+))?/.exec(pointer) ?? [];
    const line = lines[Number(number)];
    return line && !again.includes(line) ? [wrongLine(line, part, code)] : [];
  });
  return oncePerBox([...found, ...again.map(thereAlready)]);
}

const thereAlready = ({ said, boxes }: LineTyped): Link => ({
  text: `“${said.name}” has a row of its own: enter its amount there`,
  href: `#${boxes.name}`,
});

function wrongLine({ said, boxes }: LineTyped, part: string | undefined, code: string): Link {
  const { name, amount } = said;
  if (part === 'amount') {
    const text =
      amount === '' ? `Enter what “${name}” may spend in pounds` : `Enter pounds, such as 96000.00: “${amount}”`;
    return { text, href: `#${boxes.amount}` };
  }
  if (code === 'duplicate-id') return { text: `Enter each line once: “${name}”`, href: `#${boxes.name}` };
  const text = name === '' ? 'Enter what the line is called' : `Enter a shorter name, in letters and digits: “${name}”`;
  return { text, href: `#${boxes.name}` };
}

const oncePerBox = (links: readonly Link[]): readonly Link[] =>
  links.filter(({ href }, at) => links.findIndex((other) => other.href === href) === at);

/** What to put right, with the lines’ own faults after the rest; what is wrong with them together leads to the first. */
export function atLines(
  { status, errors }: PutRight,
  lines: readonly LineTyped[],
  there: readonly OutturnLine[],
): PutRight {
  const wrong = wrongLines(lines, there);
  const others = errors.filter(({ href = '' }) => !href.startsWith('#lines'));
  const together = wrong.length > 0 ? [] : errors.filter(({ href }) => href === '#lines');
  const led = together.map(({ text }) => ({ text, href: firstBox(lines, there) }));
  return { status, errors: [...others, ...led, ...wrong] };
}
