import type { FastifyInstance, FastifyRequest } from 'fastify';
import { everyPartnership, type Context } from '../database/context.js';
import { isSecret, ticketOf } from '../database/ticket.js';
import { unauthenticated } from './problem.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route does, as the table of permissions calls it. */
    readonly action?: string;
    /** What whoever is refused it may do instead. */
    readonly instead?: string;
  }
  interface FastifyRequest {
    /** Who asks; none on a route that is open to everyone. */
    acting: Context | undefined;
    /** Whether the database refused whoever asks: for their capacity, or for what is another's. */
    denied: boolean;
  }
}

/** Whom a route lets in: everyone, whoever brings a ticket, or nobody, because there is no such action. */
export type Audience = (action: string) => 'everyone' | 'ticket' | undefined;

export const SESSION_COOKIE = '__Host-poolkeeper';

/**
 * Denied by default: a route that does not say what it does cannot be registered, and one that is not for everyone is not
 * reached, nor its body read, without a ticket. Whether the ticket is good the database decides with the first question.
 */
export function keepTheDoor(instance: FastifyInstance, audienceOf: Audience): void {
  instance.decorateRequest('acting', undefined);
  instance.decorateRequest('denied', false);
  instance.addHook('onRoute', ({ method, url, config }) => {
    if (audienceOf(config?.action ?? '') === undefined) {
      throw new Error(`${String(method)} ${url} does not say what it does (@Does), so nobody may do it.`);
    }
  });
  const open = new Map<string, boolean>();
  const isOpen = (action: string) => {
    const known = open.get(action) ?? audienceOf(action) === 'everyone';
    open.set(action, known);
    return known;
  };
  instance.addHook('onRequest', (request, _reply, done) => {
    const { action } = request.routeOptions.config;
    const needed = action !== undefined && !isOpen(action);
    if (needed) request.acting = contextOf(request, action);
    done(needed && !request.acting ? unauthenticated() : undefined);
  });
}

function contextOf(request: FastifyRequest, action: string): Context | undefined {
  const secret = secretOf(request);
  if (secret === undefined) return undefined;
  return { ticket: ticketOf(secret), action, partnership: everyPartnership, request: request.id };
}

/** The secret that a request brings, from its token or its cookie; nothing when there is none or it cannot be one. */
export function secretOf({ headers }: FastifyRequest): string | undefined {
  const secret = headers.authorization === undefined ? fromCookie(headers.cookie) : fromBearer(headers.authorization);
  return secret !== undefined && isSecret(secret) ? secret : undefined;
}

function fromBearer(authorization: string): string | undefined {
  return /^Bearer ([\w-]{43})$/i.exec(authorization)?.[1];
}

const cookie = new RegExp(`(?:^|;)\\s*${SESSION_COOKIE}=([\\w-]{43})(?:;|$)`);

function fromCookie(cookies: string | undefined): string | undefined {
  return cookies === undefined ? undefined : cookie.exec(cookies)?.[1];
}
