import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SessionReader, SignedIn } from '../../features/access/session.reader.js';
import type { SessionStore } from '../../features/access/session.store.js';
import { sessionIdle } from '../../features/sign-in/limits.js';
import { ticketOf } from '../../platform/database/ticket.js';
import { secretIn } from '../../platform/http/cookies.js';
import { SESSION_COOKIE } from '../../platform/http/door.js';
import { isPage } from '../../platform/http/pages/forms.js';
import { type Visitor, visitorOf } from './visitor.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whoever looks at a page, if they are signed in. What they may do the database asks for itself. */
    visitor: Visitor | undefined;
  }
}

const A_MINUTE_MS = 60_000;

/** Finds out, for every page, who looks at it; looking at one keeps a session from going idle. */
export function knowVisitors(
  instance: FastifyInstance,
  reader: Pick<SessionReader, 'who'>,
  store: Pick<SessionStore, 'see'>,
): void {
  instance.decorateRequest('visitor', undefined);
  instance.addHook('preHandler', async (request) => {
    const secret = wantsPage(request) ? secretIn(request, SESSION_COOKIE) : undefined;
    if (secret === undefined) return;
    const ticket = ticketOf(secret);
    const found = await reader.who(ticket);
    if (found) request.visitor = visitorOf(await seen(found, ticket), Date.now());
  });

  /** Noted once a minute, so that what the page says of the time left is so. */
  async function seen(found: SignedIn, ticket: string): Promise<SignedIn> {
    const full = Date.now() + sessionIdle * 1000;
    if (found.idleAt.getTime() > full - A_MINUTE_MS) return found;
    await store.see(ticket);
    return { ...found, idleAt: new Date(Math.min(full, found.expiresAt.getTime())) };
  }
}

function wantsPage(request: FastifyRequest): boolean {
  return isPage(request) || (request.headers.accept ?? '').includes('text/html');
}
