import { Injectable } from '@nestjs/common';
import type { Context } from '../../../platform/database/context.js';
import { SessionStore } from '../session.store.js';
import type { Token, TokenEnding } from './dto/token.js';
import { InPerson } from './in-person.js';
import { TokenReader } from './token.reader.js';

@Injectable()
export class EndToken {
  constructor(
    private readonly inPerson: InPerson,
    private readonly sessions: SessionStore,
    private readonly tokens: TokenReader,
  ) {}

  /** Ends a token of one's own: from the next request on it is worth nothing, in any process. Ending it again changes nothing. */
  async run({ ticket }: Context, id: string, { reason }: TokenEnding): Promise<Token> {
    const { person } = await this.inPerson.who(ticket);
    await this.tokens.find(person, id);
    await this.sessions.end(person, id, reason);
    return this.tokens.find(person, id);
  }
}
