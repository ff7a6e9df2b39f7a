import { Injectable } from '@nestjs/common';
import { type SignedIn, SessionReader } from '../access/session.reader.js';
import { SessionStore } from '../access/session.store.js';
import { Clock } from '../../platform/clock/clock.js';
import { notFound, Refused, unauthenticated } from '../../platform/http/problem.js';
import { sessionIdle } from './limits.js';
import { type SessionView, showSession } from './dto/session.view.js';

const A_MINUTE_MS = 60_000;

/** Where a person is signed in, for themselves to see and to end. A token is for other things, whatever it may do. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly reader: SessionReader,
    private readonly store: SessionStore,
    private readonly clock: Clock,
  ) {}

  async list(ticket: string): Promise<readonly SessionView[]> {
    const { person, session } = await this.me(ticket);
    return (await this.reader.sessions(person)).map((each) => showSession(each, session));
  }

  async end(ticket: string, id: string): Promise<void> {
    const { person } = await this.me(ticket);
    if (!(await this.store.end(person, id, 'ended by its person'))) throw notFound();
  }

  /** How many that were. */
  async endOthers(ticket: string): Promise<number> {
    const { person, session } = await this.me(ticket);
    return this.store.endOthers(person, session, 'ended by its person');
  }

  /** Whoever looks at a page. Looking keeps a session from going idle, which is noted at most once a minute. */
  async look(ticket: string): Promise<SignedIn | undefined> {
    const found = await this.reader.who(ticket);
    const full = this.clock.now() + sessionIdle * 1000;
    if (!found || found.idleAt.getTime() > full - A_MINUTE_MS) return found;
    await this.store.see(ticket);
    return { ...found, idleAt: new Date(Math.min(full, found.expiresAt.getTime())) };
  }

  /** Nothing that was ended already stands in the way. */
  async signOut(ticket: string): Promise<void> {
    const found = await this.reader.who(ticket);
    if (found?.kind === 'browser') await this.store.end(found.person, found.session, 'signed out');
  }

  /** Notes that the person is still there. */
  async stay(ticket: string): Promise<void> {
    await this.me(ticket);
    await this.store.see(ticket);
  }

  /** Whoever asks, in a browser. */
  async me(ticket: string): Promise<SignedIn> {
    const found = await this.reader.who(ticket);
    if (!found) throw unauthenticated();
    if (found.kind !== 'browser')
      throw new Refused('forbidden', 'A token may not see or end where its person is signed in.');
    return found;
  }
}
