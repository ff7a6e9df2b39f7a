import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context.js';
import { invalid, type ProblemError, Refused } from '../../../platform/http/problem.js';
import { type Action, ownershipOf, permittedTo } from '../permissions.js';
import type { PersonRole } from '../roles.js';
import { SessionStore } from '../session.store.js';
import { MOST_DAYS, type MadeToken, type NewToken } from './dto/token.js';
import { InPerson } from './in-person.js';
import { withNeeds } from './needs.js';
import { TokenReader } from './token.reader.js';

const MOST_TOKENS = 50;

@Injectable()
export class MakeToken {
  constructor(
    private readonly inPerson: InPerson,
    private readonly sessions: SessionStore,
    private readonly tokens: TokenReader,
  ) {}

  /** Makes a token that may do some of what the capacity may that its maker acts in, for a time. */
  async run({ ticket }: Context, { label, actions, days }: NewToken): Promise<MadeToken> {
    const { person, capacity } = await this.inPerson.who(ticket);
    if (!capacity) throw new Refused('capacity-needed', 'Choose in which capacity the token is to act.');
    const faults = [...(days < 1 ? [noDay] : []), ...actions.flatMap((action, n) => faultOf(capacity.role, action, n))];
    if (faults.length > 0) throw invalid(faults);
    if ((await this.tokens.list(person)).length >= MOST_TOKENS) throw tooMany();
    const scope = withNeeds(actions as Action[], capacity.role);
    const lasts = `${days} days`;
    const grant = capacity.grant;
    const made = await this.sessions.start({ kind: 'token', person, grant, scope, label, idleFor: lasts, lasts });
    return { ...(await this.tokens.find(person, made.id)), secret: made.secret };
  }
}

const noDay: ProblemError = {
  pointer: '/days',
  code: 'not-a-count',
  detail: `Expected a whole number from 1 to ${MOST_DAYS}.`,
};

/** What is wrong with one action, if anything: there is no such thing, or the capacity itself may not do it. */
function faultOf(role: PersonRole, action: string, n: number): readonly ProblemError[] {
  const pointer = `/actions/${n}`;
  if (typeof permittedTo(action) !== 'object') {
    const detail = 'Expected an action that the reference names, such as "contribution.read".';
    return [{ pointer, code: 'not-an-action', detail }];
  }
  if (ownershipOf(role, action as Action) !== undefined) return [];
  return [{ pointer, code: 'not-yours', detail: 'Expected an action that the capacity you act in may do.' }];
}

function tooMany(): Refused {
  const detail = `You have ${MOST_TOKENS} tokens. End one that is not used.`;
  return new Refused('conflict', detail, [{ pointer: '/label', code: 'too-many', detail }]);
}
