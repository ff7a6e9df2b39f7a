import { Injectable } from '@nestjs/common';
import { londonDate } from '../../engine/calendar/london.js';
import type { Context } from '../../platform/database/context.js';
import { Clock } from '../../platform/clock/clock.js';
import { statement } from '../../platform/database/statement.js';
import type { TrailCheck } from './dto/audit-entry.js';
import { NoteReading } from '../shared/note-reading.js';

const size = statement('select size from audit_head where chain = $1');
const rows = statement('select subject, record, at_position, why from audit.rows_at_fault($1)');
const firstFault = statement('select at_position, why from audit.first_fault($1)');

interface RowFault {
  readonly subject: string;
  readonly record: string | null;
  readonly at_position: bigint | null;
  readonly why: string;
}

@Injectable()
export class CheckTrail {
  constructor(
    private readonly noting: NoteReading,
    private readonly clock: Clock,
  ) {}

  /** Has the database go along the whole chain, and hold the rows as they stand against it. What it says of itself; the verifier needs nobody's word. */
  run(context: Context, partnership: string): Promise<TrailCheck> {
    return this.noting.around(context, partnership, { subject: 'audit_entry' }, async (session) => {
      const head = await session.one<{ size: bigint }>(size, [partnership]);
      const fault = await session.one<{ at_position: bigint; why: string }>(firstFault, [partnership]);
      const faults = await session.rows<RowFault>(rows, [partnership]);
      const compared = faults.filter(({ why }) => why !== 'not compared');
      return {
        size: Number(head?.size ?? 0n),
        firstBadPosition: fault ? Number(fault.at_position) : null,
        why: fault?.why ?? null,
        rowsAtFault: compared.map(({ at_position, ...fault }) => ({
          ...fault,
          position: at_position === null ? null : Number(at_position),
        })),
        notCompared: faults.filter((fault) => !compared.includes(fault)).map(({ subject }) => subject),
        checkedOn: londonDate(this.clock.now()),
      };
    });
  }
}
