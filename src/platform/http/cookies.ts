import type { FastifyReply, FastifyRequest } from 'fastify';

/** Cookies that hold a secret of ours: 32 random bytes in base64url, and nothing else. */
const SECRET = /^[A-Za-z0-9_-]{43}$/;

/**
 * The secret that a cookie holds; nothing where there is no such cookie, more than one, or anything but a secret in it.
 * Whatever a browser sends is thus a secret or no cookie at all, and never a fault.
 */
export function secretIn({ headers }: Pick<FastifyRequest, 'headers'>, name: string): string | undefined {
  const found = (headers.cookie ?? '').split(';').flatMap((piece) => {
    const [key, ...value] = piece.split('=');
    return key?.trim() === name ? [value.join('=').trim()] : [];
  });
  const [only, another] = found;
  return only !== undefined && another === undefined && SECRET.test(only) ? only : undefined;
}

/** Keeps a secret in a cookie that no script reads and that goes to this very host alone; for good only with `seconds`. */
export function keepSecret(reply: FastifyReply, name: `__Host-${string}`, secret: string, seconds?: number): void {
  const lasting = seconds === undefined ? '' : `; Max-Age=${seconds}`;
  void reply.header('set-cookie', `${name}=${secret}; Path=/; HttpOnly; Secure; SameSite=Lax${lasting}`);
}

/** Takes a cookie back. */
export function dropSecret(reply: FastifyReply, name: `__Host-${string}`): void {
  keepSecret(reply, name, '', 0);
}
