import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { type ProblemKind, problemKinds, Refused } from './problem.js';
import { document } from './problem.filter.js';

/** The largest body that is read. A shares document of 1,000 partners fits well within it. */
export const BODY_LIMIT = 1_048_576;

/** Fastify with our limits, a request id on everything, and problem documents even where no handler is reached. */
export function httpServer(logger: Logger): FastifyAdapter {
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    disableRequestLogging: true,
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    frameworkErrors: unreadableAddress,
  });
  prepare(adapter.getInstance<FastifyInstance>());
  return adapter;
}

/** The router gives up before any filter is reached. */
function unreadableAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const kind: ProblemKind = error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? 'address-too-long' : 'malformed';
  const refused = new Refused(kind, 'The address could not be read.');
  void reply.status(problemKinds[kind].status).type('application/problem+json').send(document(refused, request.id));
}

function prepare(instance: FastifyInstance): void {
  instance.removeContentTypeParser('text/plain');
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done(isLocal(request.headers.host) ? undefined : wrongHost());
  });
  instance.addHook('onResponse', (request, reply, done) => {
    const { id, method, url } = request;
    request.log.info({ requestId: id, method, url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answered');
    done();
  });
}

/** Loopback only, by name too: a page elsewhere cannot reach us through a name of its own that points here. */
function isLocal(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(host ?? '');
}

function wrongHost(): Refused {
  return new Refused('wrong-host', 'Until there is sign-in, Poolkeeper answers to localhost and 127.0.0.1 only.');
}
