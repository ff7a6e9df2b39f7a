import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context.js';
import { Database } from '../../../platform/database/database.js';
import { statement } from '../../../platform/database/statement.js';
import { newSecret } from '../../../platform/database/ticket.js';
import { notFound } from '../../../platform/http/problem.js';
import { secretDigest, signInName } from '../digest.js';

/** What an administrator hands to the person. The code is told this once. */
export interface IssuedEnrolment {
  readonly code: string;
  /** What the person signs in with; the one they have already, where they have an account. */
  readonly name: string;
  readonly expiresAt: Date;
}

const issue = statement(`
  select name, expires_at as "expiresAt" from authz.issue_enrolment($1, $2, decode($3, 'hex'))`);

/** Lets a person set up an account, or set it up anew: earlier codes of theirs are worth nothing from now on. */
@Injectable()
export class IssueEnrolment {
  constructor(private readonly database: Database) {}

  run(context: Context, person: string, name: string): Promise<IssuedEnrolment> {
    return this.database.write(context, async (session) => {
      const code = newSecret();
      const given = [person, signInName(name), secretDigest(code)];
      const issued = await session.one<Omit<IssuedEnrolment, 'code'>>(issue, given);
      if (!issued) throw notFound();
      return { code, ...issued };
    });
  }
}
