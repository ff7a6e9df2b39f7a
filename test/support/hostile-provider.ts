import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';

type Claims = Record<string, unknown>;

/** What a provider does otherwise than it should; nothing, and it does all well. */
export interface Behaviour {
  /** What comes back in the address. */
  readonly back?: (parameters: Record<string, string>) => Record<string, string>;
  readonly claims?: (claims: Claims) => Claims;
  readonly metadata?: (metadata: Claims) => Claims;
  /** What is done to the token once it is signed. */
  readonly token?: (token: string) => string;
  readonly signedWith?: 'another key';
  /** Answers the token request in its own way. */
  readonly tokens?: (response: http.ServerResponse) => void;
}

/** A provider of a few lines that signs in the same subject without a question, and misbehaves as it is told. */
export interface HostileProvider {
  readonly issuer: string;
  behaves(as: Behaviour): void;
  /** What the last token request brought. */
  readonly asked: () => URLSearchParams;
  stop(): Promise<void>;
}

const keys = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

export function signed(claims: Claims, key: KeyObject, header: object = { alg: 'RS256', kid: 'one' }): string {
  const content = `${base64url(header)}.${base64url(claims)}`;
  return `${content}.${sign('sha256', Buffer.from(content), key).toString('base64url')}`;
}

export async function startHostileProvider(subject: string): Promise<HostileProvider> {
  const [own, another] = [keys(), keys()];
  let behaviour: Behaviour = {};
  let nonce = '';
  let asked = new URLSearchParams();
  const server = http.createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer);
    if (pathname === '/authorize') back(searchParams, response);
    else if (pathname === '/token') {
      asked = new URLSearchParams(Buffer.concat(await request.toArray()).toString());
      if (behaviour.tokens) behaviour.tokens(response);
      else json(response, { access_token: 'x', token_type: 'Bearer', id_token: idToken() });
    } else if (pathname === '/jwks')
      json(response, { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'one' }] });
    else json(response, (behaviour.metadata ?? same)(metadata()));
  }

  function back(asking: URLSearchParams, response: http.ServerResponse): void {
    nonce = asking.get('nonce') ?? '';
    const parameters = { code: 'a-code', state: asking.get('state') ?? '', iss: issuer };
    const to = new URLSearchParams((behaviour.back ?? same)(parameters));
    response.writeHead(302, { location: `${asking.get('redirect_uri') ?? ''}?${to.toString()}` }).end();
  }

  function idToken(): string {
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: issuer, sub: subject, aud: 'poolkeeper', iat: now, exp: now + 60, nonce };
    const key = behaviour.signedWith ? another.privateKey : own.privateKey;
    return (behaviour.token ?? same)(
      signed((behaviour.claims ?? same)(claims), createPrivateKey(key.export({ format: 'pem', type: 'pkcs8' }))),
    );
  }

  function metadata(): Claims {
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      authorization_response_iss_parameter_supported: true,
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }

  return {
    issuer,
    behaves: (as) => (behaviour = as),
    asked: () => asked,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

function same<T>(value: T): T {
  return value;
}

function json(response: http.ServerResponse, value: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}
