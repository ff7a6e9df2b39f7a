import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Context } from '../../platform/database/context.js';

/** Who makes this request. On a route that is open to everyone there is nobody to name, so asking there is a fault of ours. */
export const Acting = createParamDecorator((_: unknown, host: ExecutionContext): Context => {
  const { acting } = host.switchToHttp().getRequest<FastifyRequest>();
  if (!acting) throw new Error('A route that is open to everyone asked who acts.');
  return acting;
});
