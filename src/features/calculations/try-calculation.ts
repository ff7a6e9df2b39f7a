import { Injectable } from '@nestjs/common';
import type { Outcome } from '../../engine/outcome.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { orRefuse } from '../shared/or-refuse.js';
import type { NewCalculation } from './dto/calculation.js';
import { type Answer, type CalculationKind, calculators } from './kinds.js';
import { WhatIsAsked } from './what-is-asked.js';

/** A calculation as it would be recorded. */
interface Tried {
  readonly kind: CalculationKind;
  readonly document: object;
  readonly answer: Answer;
}

@Injectable()
export class TryCalculation {
  constructor(
    private readonly database: Database,
    private readonly asking: WhatIsAsked,
  ) {}

  /** Makes a calculation with all that it names put in, and keeps nothing of it. Refused as it would be on being recorded. */
  run(context: Context, partnership: string, given: NewCalculation): Promise<Tried> {
    return this.database.write(within(context, partnership), async (session) => {
      const { kind, document } = await this.asking.of(session, partnership, given);
      const outcome: Outcome<Answer> = calculators[kind](document);
      return { kind, document, answer: orRefuse(outcome, '/document') };
    });
  }
}
