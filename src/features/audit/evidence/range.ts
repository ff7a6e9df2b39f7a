import { ApiQuery } from '@nestjs/swagger';
import { applyDecorators } from '@nestjs/common';
import { invalid, type ProblemError } from '../../../platform/http/problem.js';

/** Positions from one to another, both among them. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export const MOST_AT_ONCE = 5_000;

/** Reads `from` and `to`; refuses what is no position, more than fits into one answer, and every other parameter. */
export function readRange(query: Readonly<Record<string, unknown>>): Range {
  const faults: ProblemError[] = [];
  const refuse = (parameter: string, detail: string) => void faults.push({ parameter, code: 'bad-parameter', detail });
  const read = (name: string, otherwise: number) => {
    const given = query[name];
    if (given === undefined) return otherwise;
    if (typeof given === 'string' && /^[1-9]\d{0,14}$/.test(given)) return Number(given);
    refuse(name, 'Expected a position: a whole number from 1.');
    return otherwise;
  };
  for (const name of Object.keys(query)) {
    if (name !== 'from' && name !== 'to') refuse(name, 'Expected no parameter of this name.');
  }
  const from = read('from', 1);
  const to = read('to', from + MOST_AT_ONCE - 1);
  if (to < from || to - from >= MOST_AT_ONCE)
    refuse('to', `Expected "from" or a later position, ${MOST_AT_ONCE} positions in all at most.`);
  if (faults.length > 0) throw invalid(faults);
  return { from, to };
}

const schema = { type: 'integer', minimum: 1 } as const;

/** The reference entry of a range. */
export const TakesRange = () =>
  applyDecorators(
    ApiQuery({ name: 'from', required: false, description: 'The first position; 1 when left out', schema }),
    ApiQuery({
      name: 'to',
      required: false,
      description: `The last position; as many as fit into one answer, ${MOST_AT_ONCE}, when left out`,
      schema,
    }),
  );
