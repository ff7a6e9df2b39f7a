import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { type Visited, type Visitor } from './visitor.js';

/** A council's own provider of sign-in, as councils run them. */
export interface CouncilProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** From now on it knows this service, which comes back to this address. */
  serve(callback: string): void;
  /** Signs in there as whoever the subject says, from the address that it was sent to, as far as the way back. */
  signIn(visitor: Visitor, at: Visited, subject: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a real one on a port of its own. Before `serve` it answers that it is not there. */
export async function startProvider(): Promise<CouncilProvider> {
  let answer: http.RequestListener = (_, response) => void response.writeHead(503).end();
  const server = http.createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['poolkeeper', 'a-secret-of-more-than-thirty-two-characters'];
  return {
    ...{ issuer, clientId, clientSecret },
    serve: (callback) => {
      const provider = new Provider(issuer, {
        clients: [
          {
            client_id: clientId,
            client_secret: clientSecret,
            redirect_uris: [callback],
            post_logout_redirect_uris: [`${new URL(callback).origin}/sign-in`],
          },
        ],
        pkce: { required: () => true },
        cookies: { keys: ['one key for the tests'] },
        findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, email: 'shared@example.org' }) }),
        features: { devInteractions: { enabled: true } },
      });
      const serve = provider.callback();
      answer = (request, response) => void serve(request, response);
    },
    signIn: (visitor, at, subject) => signIn(visitor, at, subject, issuer),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Its pages: who one is, and that this service may know it. */
async function signIn(visitor: Visitor, at: Visited, subject: string, issuer: string): Promise<string> {
  const leaves = (url: string) => !url.startsWith(issuer);
  let page = await visitor.follow(at, leaves);
  for (let step = 0; step < 4 && page.to === undefined; step += 1) {
    const [, action = ''] = /<form[^>]+action="([^"]+)"/.exec(page.text) ?? [];
    const prompt = page.text.includes('value="login"')
      ? { prompt: 'login', login: subject, password: 'x' }
      : { prompt: 'consent' };
    page = await visitor.follow(await visitor.go(new URL(action, issuer).href, prompt), leaves);
  }
  if (page.to === undefined) throw new Error(`The provider stopped at ${page.url}: ${page.text.slice(0, 500)}`);
  return page.to;
}
