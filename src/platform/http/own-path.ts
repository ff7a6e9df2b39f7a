/** Where to go after signing in, unless something better was asked for. */
const START = '/';
const LONGEST = 500;

/** Characters that a path of ours may hold: none that a browser reads as leaving this server or strips before reading. */
const PATH = /^\/(?![/\\])[\w\-.~%!$&'()*+,;=:@/?]*$/;

/**
 * A path of this server, or the start page: never an address elsewhere, whatever stands in it. A browser takes `//host` and
 * `/\\host` for other servers, and drops tabs and line breaks before it looks, so those are no paths of ours.
 */
export function ownPath(asked: unknown): string {
  if (typeof asked !== 'string' || asked.length > LONGEST || !PATH.test(asked)) return START;
  const url = new URL(asked, 'http://own.invalid');
  if (url.origin !== 'http://own.invalid' || url.pathname.startsWith('//')) return START;
  return `${url.pathname}${url.search}`;
}
