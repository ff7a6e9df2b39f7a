import { setImmediate as othersHadTheirTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { Outcome } from '../../engine/outcome.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { WriteSession } from '../../platform/database/session.js';
import { invalid } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids/ids.js';
import { orRefuse } from '../shared/or-refuse.js';
import { CalculationReader } from './calculation.reader.js';
import { CalculationStore } from './calculation.store.js';
import type { NewCalculation, RecordedCalculation } from './dto/calculation.js';
import { figuresDigest } from './figures-digest.js';
import { type Answer, calculators } from './kinds.js';
import { type Asked, WhatIsAsked } from './what-is-asked.js';

/** No document is kept that is longer than this with all that it names put in, and no answer: a constraint says so too. */
const MOST_CHARACTERS = 4_000_000;

@Injectable()
export class RecordCalculation {
  constructor(
    private readonly database: Database,
    private readonly calculations: CalculationStore,
    private readonly reader: CalculationReader,
    private readonly asking: WhatIsAsked,
    private readonly ids: Ids,
  ) {}

  /**
   * Makes a calculation and keeps it with its document, the version of the rules and the whole answer. One that repeats an
   * earlier one is made anew from that one's document and is a record of its own; the earlier one stays.
   */
  run(
    context: Context,
    partnership: string,
    given: NewCalculation,
    id = this.ids.next(),
  ): Promise<RecordedCalculation> {
    return this.database.write(within(context, partnership), async (session) => {
      const asked = await this.asking.of(session, partnership, given);
      const outcome: Outcome<Answer> = calculators[asked.kind](asked.document);
      const answer = orRefuse(outcome, '/document');
      await othersHadTheirTurn();
      await this.keep(
        session,
        { partnership_id: partnership, id, why: given.why, source: given.source },
        asked,
        answer,
      );
      return this.reader.findIn(session, [partnership, id]);
    });
  }

  private async keep(session: WriteSession, named: Named, asked: Asked, answer: Answer): Promise<void> {
    await this.calculations.addCalculation(session, {
      ...named,
      kind: asked.kind,
      agreement_version_id: asked.agreementVersion,
      financial_year: asked.year,
      repeats_id: asked.repeats,
      rests_on: JSON.stringify(asked.restsOn),
      document: textOf('document', asked.document),
      engine: answer.engine,
      digest: answer.digest,
      answer: textOf('answer', answer),
      figures_digest: figuresDigest(answer),
      illustrative: asked.illustrative,
    });
  }
}

interface Named {
  readonly partnership_id: string;
  readonly id: string;
  readonly why: string;
  readonly source: string;
}

function textOf(what: 'document' | 'answer', value: object): string {
  const text = JSON.stringify(value);
  if (text.length <= MOST_CHARACTERS) return text;
  const detail = `Expected a calculation whose ${what} is at most ${MOST_CHARACTERS} characters long; it has ${text.length}.`;
  throw invalid([{ pointer: '/document', code: 'over-limit', detail }]);
}
