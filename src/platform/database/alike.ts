import type { Asked } from './question.js';
import type { Row, Value } from './session.js';

interface Waiting {
  readonly asked: Asked;
  readonly answer: (rows: readonly Row[]) => void;
  readonly refuse: (error: unknown) => void;
}

/** Questions that one can stand for: the same put more than once, or for rows of the same kind by their ids. */
export class Alike {
  readonly waiting: Waiting[] = [];

  constructor(private readonly first: Asked) {}

  /** Equal for questions that are alike, and for no others. */
  static keyOf({ statement: { name, several }, values }: Asked): string {
    return JSON.stringify([name, several ? values.slice(0, -1) : values], wholeNumbersAsText);
  }

  add(waiting: Waiting): void {
    this.waiting.push(waiting);
  }

  /** The question that stands for them all. */
  asked(): Asked {
    const ids = this.ids();
    const { several } = this.first.statement;
    if (!several || ids.length === 1) return this.first;
    return { statement: several, values: [...this.first.values.slice(0, -1), ids] };
  }

  /** Gives each who waits the rows that are theirs. */
  answer(rows: readonly Row[]): void {
    const many = this.ids().length > 1;
    const byId = many ? new Map(rows.map((row) => [row['id'], row])) : undefined;
    for (const { asked, answer } of this.waiting) {
      const own = byId?.get(idOf(asked));
      answer(many ? (own ? [own] : []) : rows);
    }
  }

  private ids(): readonly string[] {
    return this.first.statement.several ? [...new Set(this.waiting.map(({ asked }) => idOf(asked)))] : [''];
  }
}

/** As PostgreSQL writes a UUID. */
const idOf = ({ values }: Asked) => String(values.at(-1)).toLowerCase();

const wholeNumbersAsText = (_: string, value: Value) => (typeof value === 'bigint' ? `${value}n` : value);
