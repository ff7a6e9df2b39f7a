import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refused } from '../../platform/http/problem.js';

const detail =
  'Expected a key of 1 to 200 visible characters that you send with this request alone, such as a new UUID.';

const sentBy = (host: ExecutionContext) => host.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];

/** By which its sender tells one request that creates something from any other. */
export const IdempotencyKey = createParamDecorator((_: unknown, host: ExecutionContext): string =>
  checked(sentBy(host)),
);

/** The same of a request that decides or changes something, and may come without: by it the answer can be had again. */
export const OptionalIdempotencyKey = createParamDecorator((_: unknown, host: ExecutionContext): string | undefined => {
  const key = sentBy(host);
  return key === undefined ? undefined : checked(key);
});

function checked(key: string | string[] | undefined): string {
  if (typeof key === 'string' && /^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new Refused('malformed', `${detail} Send the same key when you send the same request again.`, [
    { header: 'Idempotency-Key', code: key === undefined ? 'missing-header' : 'not-a-key', detail },
  ]);
}
