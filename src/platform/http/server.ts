import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyBaseLogger, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { type Audience, keepTheDoor } from './door.js';
import { sendSecurityHeaders } from './pages/security-headers.js';
import { invalid, type ProblemKind, problemKinds, Refused } from './problem.js';
import { document } from './problem.filter.js';
import { RequestLog } from './request-log.js';
import { unfitText } from './text.js';

/** The largest body that is read. A shares document of 1,000 partners fits well within it. */
export const BODY_LIMIT = 1_048_576;

/** One address that is served. The list of them is there for tests that no route escapes. */
export interface Route {
  readonly method: string;
  readonly url: string;
  /** What it does, as the table of permissions calls it. */
  readonly action: string | undefined;
}

/** Fastify with our limits, a request id on everything, and problem documents even where no handler is reached. */
export function httpServer(logger: Logger, audienceOf: Audience): FastifyAdapter {
  const adapter = new FastifyAdapter({
    loggerInstance: logger,
    // Every line says its own request id, so no request needs a logger of its own.
    childLoggerFactory: (parent: FastifyBaseLogger) => parent,
    logController: new RequestLog(),
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 30_000,
    frameworkErrors: unreadableAddress,
    clientErrorHandler: unreadableRequest,
  });
  const instance = adapter.getInstance<FastifyInstance>();
  prepare(instance);
  keepTheDoor(instance, audienceOf);
  return adapter;
}

/** The router gives up before any filter is reached. */
function unreadableAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const kind: ProblemKind = error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? 'address-too-long' : 'malformed';
  const refused = new Refused(kind, 'The address could not be read.');
  void reply.status(problemKinds[kind].status).type('application/problem+json').send(document(refused, request.id));
}

/** Node gives up before Fastify sees a request: headers too large, or not HTTP at all. */
function unreadableRequest(error: Error & { code?: string }, socket: Socket): void {
  if (!socket.writable) return;
  const kind: ProblemKind = error.code === 'HPE_HEADER_OVERFLOW' ? 'headers-too-large' : 'malformed';
  const { status, title } = problemKinds[kind];
  const body = JSON.stringify(document(new Refused(kind, 'The request could not be read.'), randomUUID()));
  const headers = `content-type: application/problem+json\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close`;
  socket.end(`HTTP/1.1 ${status} ${title}\r\n${headers}\r\n\r\n${body}`);
}

function prepare(instance: FastifyInstance): void {
  instance.removeContentTypeParser('text/plain');
  sendSecurityHeaders(instance);
  instance.addHook('preValidation', (request, _reply, done) => {
    const unfit = request.body === undefined ? [] : unfitText(request.body);
    done(unfit.length > 0 ? invalid(unfit) : undefined);
  });
  const routes: Route[] = [];
  instance.addHook(
    'onRoute',
    ({ method, url, config }) =>
      void routes.push(...[method].flat().map((one) => ({ method: one, url, action: config?.action }))),
  );
  instance.decorate('routeList', routes);
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done(refusedAtDoor(request));
  });
}

/** What no handler should ever see: a name that is not this machine's, or a change that a page elsewhere asks for. */
function refusedAtDoor({ method, headers }: FastifyRequest): Refused | undefined {
  if (!isLocal(headers.host)) return wrongHost();
  if (method === 'GET' || method === 'HEAD' || isOwnPage(headers)) return undefined;
  return new Refused('cross-site', 'Only pages of this server, and programs on this machine, may change anything.');
}

/** Browsers say where a request comes from; programs do not. */
function isOwnPage(headers: FastifyRequest['headers']): boolean {
  const site = headers['sec-fetch-site'];
  const fromHere = site === undefined || site === 'same-origin' || site === 'none';
  return fromHere && (headers.origin === undefined || headers.origin === `http://${headers.host ?? ''}`);
}

/** Loopback only, by name too: a page elsewhere cannot reach us through a name of its own that points here. */
function isLocal(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(host ?? '');
}

function wrongHost(): Refused {
  return new Refused('wrong-host', 'Poolkeeper answers to localhost and 127.0.0.1 only.');
}
