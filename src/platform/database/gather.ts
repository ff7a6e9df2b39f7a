import type { Pool } from 'pg';
import type { Context } from './context.js';
import { Alike } from './alike.js';
import { type Asked, askTogether } from './question.js';
import type { Row } from './session.js';

/** No more than this in one transaction, so that nobody waits for many others. */
const MOST_TOGETHER = 16;

interface Gathering {
  readonly context: Context;
  readonly alike: Map<string, Alike>;
  asking: number;
}

/**
 * What one session asks at one moment, in one capacity and of one partnership, is asked in one transaction: the database
 * checks who asks once for all of it, and rows of one kind are asked for by their ids in one question. Nothing waits for a
 * question already on its way, so an answer is never older than its question. Where one of several fails, each is asked
 * again by itself, so that none suffers for another.
 */
export class Gather {
  private readonly gathering = new Map<string, Gathering>();

  constructor(private readonly pool: Pool) {}

  ask(context: Context, asked: Asked): Promise<readonly Row[]> {
    return new Promise((answer, refuse) => {
      const here = this.gatheringFor(context);
      const key = Alike.keyOf(asked);
      const alike = here.alike.get(key) ?? new Alike(asked);
      here.alike.set(key, alike);
      here.asking += 1;
      alike.add({ asked, answer, refuse });
    });
  }

  private gatheringFor(context: Context): Gathering {
    const key = `${context.ticket} ${context.action} ${context.partnership}`;
    const found = this.gathering.get(key);
    if (found && found.asking < MOST_TOGETHER) return found;
    const begun: Gathering = { context, alike: new Map(), asking: 0 };
    this.gathering.set(key, begun);
    setImmediate(() => {
      if (this.gathering.get(key) === begun) this.gathering.delete(key);
      void this.send(begun);
    });
    return begun;
  }

  private async send({ context, alike, asking }: Gathering): Promise<void> {
    const questions = [...alike.values()];
    try {
      const asked = questions.map((question) => question.asked());
      const found = await askTogether(this.pool, context, asked);
      questions.forEach((question, at) => question.answer(found[at] ?? []));
    } catch (error) {
      const waiting = questions.flatMap((question) => question.waiting);
      if (asking === 1) waiting[0]?.refuse(error);
      else
        for (const one of waiting)
          askTogether(this.pool, context, [one.asked]).then(([rows]) => one.answer(rows ?? []), one.refuse);
    }
  }
}
