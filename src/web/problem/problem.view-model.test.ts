import { describe, expect, it } from '@jest/globals';
import { notFound, type ProblemKind, problemKinds, Refused } from '../../platform/http/problem.js';
import { problemPage } from './problem.view-model.js';

describe('a page for what goes wrong', () => {
  it('has words for every kind', () => {
    for (const kind of Object.keys(problemKinds) as ProblemKind[]) {
      expect(problemPage(new Refused(kind, 'because'), 'id').page.title).toMatch(/^[A-Z]/);
    }
  });

  it('does not tell "not there" from "not yours"', () => {
    const page = problemPage(notFound(), 'one request');
    expect(page).toEqual(problemPage(new Refused('not-found', 'Cannot GET /secret'), 'another request'));
    expect(page.says[0]).toBe('There is nothing here, or it is not yours to see.');
  });

  it('names every fault of an address', () => {
    const faults = [{ parameter: 'asAt', code: 'not-a-date', detail: 'Expected a date that exists, YYYY-MM-DD.' }];
    expect(problemPage(new Refused('invalid', 'One thing.', faults), 'id').faults).toEqual([
      'Expected a date that exists, YYYY-MM-DD.',
    ]);
  });

  it('tells nothing of a fault of ours but the reference that finds it in the log', () => {
    const page = problemPage(new Refused('internal', 'relation "x" does not exist'), 'the-request');
    expect(page.reference).toBe('the-request');
    expect(JSON.stringify(page)).not.toContain('relation');
  });
});
