import { Inject, Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context.js';
import { statement } from '../../../platform/database/statement.js';
import { CHECKPOINT_KEY, type CheckpointKey } from '../checkpoints/checkpoint-key.js';
import { NoteReading } from '../../shared/note-reading.js';
import type { ConsistencyProof, EvidenceBundle } from './evidence.js';
import type { Range } from './range.js';
import { readEvidence } from './read-evidence.js';

const partnersKeys = statement(
  'select authority_id as authority, key_id as key, pem from audit_key where partnership_id = $1 order by 1, 2',
);
const leaves = statement(
  'select leaf from audit_entry where chain = $1 and position between $2 and $3 order by position',
);

/** What an auditor or a partner takes away to verify elsewhere. Taking it is an entry of its own. */
@Injectable()
export class MakeBundle {
  constructor(
    private readonly noting: NoteReading,
    @Inject(CHECKPOINT_KEY) private readonly key: CheckpointKey,
  ) {}

  run(context: Context, partnership: string, { from, to }: Range): Promise<EvidenceBundle> {
    return this.noting.around(context, partnership, { subject: 'audit_evidence' }, async (session) => {
      const evidence = await readEvidence(session, partnership, from, to);
      const partners = await session.rows(partnersKeys, [partnership]);
      return { ...evidence, keys: { checkpoints: { id: this.key.id, pem: this.key.pem }, partners } };
    });
  }

  /** The leaves between two checkpoints, without their details: whoever has the earlier root works out the later one. */
  consistency(context: Context, partnership: string, { from, to }: Range): Promise<ConsistencyProof> {
    return this.noting.around(context, partnership, { subject: 'audit_entry' }, async (session) => {
      const rows = await session.rows<{ leaf: Buffer }>(leaves, [partnership, from, to]);
      return { from, to: from + rows.length - 1, leaves: rows.map(({ leaf }) => leaf.toString('base64')) };
    });
  }
}
