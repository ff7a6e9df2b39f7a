import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { OwnSessions } from '../../features/sign-in/own-sessions.js';
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

/** Finds out, for every page, who looks at it. */
export function knowVisitors(instance: FastifyInstance, sessions: Pick<OwnSessions, 'look'>): void {
  instance.decorateRequest('visitor', undefined);
  instance.addHook('preHandler', async (request) => {
    const secret = wantsPage(request) ? secretIn(request, SESSION_COOKIE) : undefined;
    const found = secret === undefined ? undefined : await sessions.look(ticketOf(secret));
    request.visitor = found && visitorOf(found, Date.now());
  });
}

function wantsPage(request: FastifyRequest): boolean {
  return isPage(request) || (request.headers.accept ?? '').includes('text/html');
}
