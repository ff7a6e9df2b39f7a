import type { FastifyInstance } from 'fastify';

/** A page may load from here and nowhere else, runs no script or style written into it, and stands in nobody's frame. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

/** On everything. There is no Strict-Transport-Security: the server speaks plain HTTP, to its own machine. */
const everywhere = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** On pages, in place of or beside those on everything. */
export const pageHeaders = {
  'content-security-policy': pagePolicy,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cache-control': 'no-store',
  // With `no-referrer` a browser would send our own forms without their origin, as if they came from elsewhere.
  'referrer-policy': 'same-origin',
} as const;

export function sendSecurityHeaders(instance: FastifyInstance): void {
  instance.addHook('onRequest', (_, reply, done) => {
    void reply.headers(everywhere);
    done();
  });
}
