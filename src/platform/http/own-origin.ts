import type { FastifyRequest } from 'fastify';

/** Where this server is, as the browser knows it; the door has let in no name but its own. */
export function ownOrigin({ headers }: Pick<FastifyRequest, 'headers'>): string {
  return `http://${headers.host ?? 'localhost'}`;
}
