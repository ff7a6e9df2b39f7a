import { Injectable } from '@nestjs/common';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';

const entered = statement(`select exists (select from ledger_draft_version v
  where v.partnership_id = $1 and v.draft_id = $2 and v.entered_by = $3::uuid) as entered`);

/** Who entered a draft: whoever did approves none of it. */
@Injectable()
export class DraftMakersReader {
  constructor(private readonly database: Database) {}

  /** Whether a person entered any version of a draft. */
  async entered(context: Context, partnership: string, draft: string, person: string): Promise<boolean> {
    const questions = this.database.questions(within(context, partnership));
    return (
      (await questions.one<{ readonly entered: boolean }>(entered, [partnership, draft, person]))?.entered ?? false
    );
  }
}
