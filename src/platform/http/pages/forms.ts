import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refused } from '../problem.js';

/** What a form sent, by the names of its fields. A name that came more than once is a list. */
type Form = Readonly<Record<string, string | readonly string[]>>;

/** The largest form that is read: an agenda item's text fits well within it. */
const FORM_LIMIT = 65_536;
const MOST_FIELDS = 500;
export const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Has pages read forms and nothing else, and the API JSON and nothing else. */
export function readForms(instance: FastifyInstance): void {
  instance.addContentTypeParser(FORM_TYPE, { parseAs: 'string' }, (request, body, done) => {
    if (!isPage(request)) done(wrongType('The API reads JSON.'));
    else readForm(String(body), done);
  });
  instance.addHook('preValidation', (request, _reply, done) => {
    const type = request.headers['content-type'] ?? '';
    const form = type.startsWith(FORM_TYPE) || type.startsWith('multipart/form-data');
    const json = request.body !== undefined && isPage(request) && !form;
    done(json ? wrongType('Pages read forms. Programs send JSON to the API.') : undefined);
  });
}

/** Whether a request is for a page, rather than for the API, a health check or a file that pages load. */
export function isPage({ url }: Pick<FastifyRequest, 'url'>): boolean {
  return !/^\/(api|health|assets)(\/|\?|$)/.test(url);
}

/** One field's text; empty where the form has no such field, or has it more than once. */
export function field(form: unknown, name: string): string {
  const value = isForm(form) && Object.hasOwn(form, name) ? form[name] : undefined;
  return typeof value === 'string' ? value : '';
}

function isForm(form: unknown): form is Form {
  return typeof form === 'object' && form !== null;
}

function readForm(body: string, done: (error: Error | null, form?: Form) => void): void {
  const pairs = body.length > FORM_LIMIT ? [] : [...new URLSearchParams(body)];
  if (body.length > FORM_LIMIT) done(new Refused('too-large', 'A form has at most 64 KiB.'));
  else if (pairs.length > MOST_FIELDS) done(new Refused('malformed', `A form has at most ${MOST_FIELDS} fields.`));
  else done(null, gather(pairs));
}

function gather(pairs: readonly (readonly [string, string])[]): Form {
  const form = new Map<string, string | string[]>();
  for (const [name, value] of pairs) {
    const there = form.get(name);
    form.set(name, there === undefined ? value : [there, value].flat());
  }
  return Object.fromEntries(form);
}

function wrongType(words: string): Refused {
  return new Refused('unsupported-media-type', words);
}
