import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { keepSecret, secretIn } from '../cookies.js';
import { Refused } from '../problem.js';
import { field, isPage } from './forms.js';

/** The field in which every form of ours says that it is ours. */
export const FORM_TOKEN = 'formToken';

/** Whoever has no session yet is known by this one for the time of a visit, so that a form to sign in is held too. */
const VISIT = '__Host-poolkeeper-visit';

/** Refuses every form that does not carry the token of the session, or of the visit, that asks for the change. */
export function holdForms(instance: FastifyInstance, session: string): void {
  instance.addHook('preHandler', (request, _reply, done) => {
    const changes = request.method !== 'GET' && request.method !== 'HEAD' && isPage(request);
    done(changes && !isOurs(request, session) ? expired() : undefined);
  });
}

/** The token for a form on the page that answers a request. Whoever has neither session nor visit is given a visit. */
export function formTokenFor(reply: FastifyReply, session: string): string {
  const { request } = reply;
  const known = secretIn(request, session) ?? secretIn(request, VISIT) ?? visits.get(request);
  if (known !== undefined) return tokenOf(known);
  const visit = randomBytes(32).toString('base64url');
  visits.set(request, visit);
  keepSecret(reply, VISIT, visit);
  return tokenOf(visit);
}

/** Visits that began with the request at hand, so that two forms on one page carry one token. */
const visits = new WeakMap<FastifyRequest, string>();

function isOurs(request: FastifyRequest, session: string): boolean {
  const given = Buffer.from(field(request.body, FORM_TOKEN));
  const secret = secretIn(request, session) ?? secretIn(request, VISIT);
  if (secret === undefined) return false;
  const wanted = Buffer.from(tokenOf(secret));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Made from the cookie's secret and telling nothing of it: only a page that this server drew for this browser has it. */
function tokenOf(secret: string): string {
  return createHmac('sha256', secret).update('poolkeeper form 1').digest('base64url');
}

function expired(): Refused {
  return new Refused('form-expired', 'The form was not sent from a page that this server drew for you as you are now.');
}
