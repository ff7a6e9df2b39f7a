import { Injectable } from '@nestjs/common';
import { Refused, unauthenticated } from '../../../platform/http/problem.js';
import { type SignedIn, SessionReader } from '../session.reader.js';

/** What only a person who has signed in may do, and no program that brings a token of theirs. */
@Injectable()
export class InPerson {
  constructor(private readonly sessions: SessionReader) {}

  async who(ticket: string): Promise<SignedIn> {
    const signedIn = await this.sessions.who(ticket);
    if (!signedIn) throw unauthenticated();
    if (signedIn.kind === 'token') throw new Refused('forbidden', 'A token has no say over tokens. Sign in yourself.');
    return signedIn;
  }
}
