import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { type Context, everyPartnership, within } from '../../../platform/database/context.js';
import { Database } from '../../../platform/database/database.js';
import type { WriteSession } from '../../../platform/database/session.js';
import { statement } from '../../../platform/database/statement.js';
import { invalid } from '../../../platform/http/problem.js';
import { mustReach } from '../../shared/reach.js';
import type { Checkpoint } from '../dto/checkpoint.js';
import { CHECKPOINT_KEY, type CheckpointKey } from './checkpoint-key.js';
import { CheckpointReader } from './checkpoint.reader.js';
import { writeNote } from './note.js';

const head = statement(`select size, encode(hash, 'hex') as root from audit_head h where h.chain = $1 and h.size > 0
  and not exists (select from audit_checkpoint c where c.chain = h.chain and c.size = h.size)`);
const moved = statement(`select chain from audit_head h where h.size > 0
  and not exists (select from audit_checkpoint c where c.chain = h.chain and c.size = h.size) order by chain`);
const keep = statement('select from audit.keep_checkpoint($1, $2, $3, $4, $5)');

/** Signs what stands, with a key that the database never sees. Whoever rewrites history later cannot sign it again. */
@Injectable()
export class SignCheckpoint {
  constructor(
    private readonly database: Database,
    private readonly checkpoints: CheckpointReader,
    private readonly clock: Clock,
    @Inject(CHECKPOINT_KEY) private readonly key: CheckpointKey,
  ) {}

  /** Signs the end of a chain, where it is not signed yet. Refuses what is not there to be covered. */
  run(context: Context, partnership: string, covers: number): Promise<Checkpoint> {
    return this.database.write(within(context, partnership), async (session) => {
      await mustReach(this.database, session.context);
      await this.sign(session, partnership);
      const signed = await this.checkpoints.latestIn(session, partnership);
      if (covers < 1 || covers > signed.size) throw notThere(signed.size);
      return signed;
    });
  }

  /** Signs the end of every chain that has moved on, and says how many those were. */
  async all(context: Context): Promise<number> {
    const everywhere = within(context, everyPartnership);
    const chains = await this.database.questions(everywhere).rows<{ chain: string }>(moved);
    for (const { chain } of chains) await this.database.write(everywhere, (session) => this.sign(session, chain));
    return chains.length;
  }

  private async sign(session: WriteSession, chain: string): Promise<void> {
    const found = await session.one<{ size: bigint; root: string }>(head, [chain]);
    if (!found) return;
    const at = new Date(this.clock.now()).toISOString();
    const note = writeNote({ origin: 'poolkeeper', chain, ...found, at, key: this.key.id });
    const signature = `\\x${this.key.sign(note).toString('hex')}`;
    await session.rows(keep, [chain, found.size, note, this.key.id, signature]);
  }
}

function notThere(size: number) {
  const detail = `Expected a position from 1 to ${size}, the last of the trail.`;
  return invalid([{ pointer: '/covers', code: 'not-there', detail }]);
}
