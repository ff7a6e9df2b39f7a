import { type FastifyReply, type FastifyRequest, LogController } from 'fastify';

/** One line for each request, when it has been answered: nothing of what was asked or said but the address. */
export class RequestLog extends LogController {
  override incomingRequest(): void {
    return undefined;
  }

  override requestCompleted(_error: Error | null | undefined, request: FastifyRequest, reply: FastifyReply): void {
    const { id, method, url } = request;
    const ms = Math.round(reply.elapsedTime);
    request.log.info({ requestId: id, method, url: withoutSecrets(url), status: reply.statusCode, ms }, 'answered');
  }
}

/** What a provider of sign-in puts into an address, or a link of ours holds, is good for signing in: the log does not hold it. */
export function withoutSecrets(url: string): string {
  return url
    .replaceAll(/([?&](?:code|state|session_state|id_token|token)=)[^&]*/gi, '$1…')
    .replaceAll(/(\/)[\w-]{43}(?=[/?]|$)/g, '$1…');
}
