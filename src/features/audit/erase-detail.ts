import { Injectable } from '@nestjs/common';
import { type Context, everyPartnership, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { notFound } from '../../platform/http/problem.js';
import { mustReach } from '../shared/reach.js';
import type { Erasure } from './dto/audit-entry.js';

const erase = statement('select audit.erase($1, $2, $3) as by');
const eraseShared = statement('select audit.erase_shared($1, $2) as by');

interface Erased {
  readonly by: bigint | null;
}

function erasureOf(position: number, erased: Erased | undefined): Erasure {
  if (erased?.by === null || erased === undefined) throw notFound();
  return { position, erasedBy: Number(erased.by) };
}

@Injectable()
export class EraseDetail {
  constructor(private readonly database: Database) {}

  /** Takes away what an entry said in full; the entry stays, and another says who did it and why. */
  run(context: Context, partnership: string, position: number, why: string): Promise<Erasure> {
    return this.database.write(within(context, partnership), async (session) => {
      await mustReach(this.database, session.context);
      return erasureOf(position, await session.one<Erased>(erase, [partnership, position, why]));
    });
  }

  /** The same in the chain that belongs to no partnership; nobody erases what is said of themselves. */
  shared(context: Context, position: number, why: string): Promise<Erasure> {
    return this.database.write(within(context, everyPartnership), async (session) =>
      erasureOf(position, await session.one<Erased>(eraseShared, [position, why])),
    );
  }
}
