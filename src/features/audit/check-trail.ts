import { Injectable } from '@nestjs/common';
import { londonDate } from '../../engine/calendar/london.js';
import type { Context } from '../../platform/database/context.js';
import { Clock } from '../../platform/clock/clock.js';
import { statement } from '../../platform/database/statement.js';
import type { TrailCheck } from './dto/audit-entry.js';
import { NoteReading } from '../shared/note-reading.js';

const size = statement('select size from audit_head where chain = $1');
const firstFault = statement('select at_position, why from audit.first_fault($1)');

@Injectable()
export class CheckTrail {
  constructor(
    private readonly noting: NoteReading,
    private readonly clock: Clock,
  ) {}

  /** Has the database go along the whole chain. What it says of itself; the verifier needs nobody's word. */
  run(context: Context, partnership: string): Promise<TrailCheck> {
    return this.noting.around(context, partnership, { subject: 'audit_entry' }, async (session) => {
      const head = await session.one<{ size: bigint }>(size, [partnership]);
      const fault = await session.one<{ at_position: bigint; why: string }>(firstFault, [partnership]);
      return {
        size: Number(head?.size ?? 0n),
        firstBadPosition: fault ? Number(fault.at_position) : null,
        why: fault?.why ?? null,
        checkedOn: londonDate(this.clock.now()),
      };
    });
  }
}
