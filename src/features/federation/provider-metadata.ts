import { Injectable, Logger } from '@nestjs/common';
import * as client from 'openid-client';
import { Clock } from '../../platform/clock/clock.js';
import { boundedFetch, ProviderAway } from './bounded-fetch.js';
import type { Provider } from './provider.js';
import { isLoopback } from './read-providers.js';

const AN_HOUR_MS = 3_600_000;
const PATIENCE_SECONDS = 5;
/** How far a provider's clock may be from ours. */
const TOLERANCE_SECONDS = 10;

/** Marked as deprecated so that nobody does it lightly. Plain HTTP goes to an issuer on this machine alone, and never leaves it. */
const overLoopback: (configuration: client.Configuration) => void = Reflect.get(client, 'allowInsecureRequests');

interface Known {
  readonly at: number;
  readonly configuration: client.Configuration;
}

/**
 * Where each provider's doors are, as it says itself. Asked when somebody first signs in with it and again each hour, so
 * that one that is down stops neither the start nor the others; while it is down, what it said last holds.
 */
@Injectable()
export class ProviderMetadata {
  private readonly logger = new Logger('Provider');
  private readonly known = new Map<string, Known>();
  private readonly asked = new Map<string, Promise<client.Configuration>>();

  constructor(private readonly clock: Clock) {}

  /** Throws `ProviderAway` when it cannot be had. The next to ask tries again. */
  async of(provider: Provider): Promise<client.Configuration> {
    const known = this.known.get(provider.id);
    if (known && this.clock.now() - known.at < AN_HOUR_MS) return known.configuration;
    try {
      return await this.ask(provider);
    } catch (error) {
      this.logger.warn(`${provider.id} cannot be asked for its metadata: ${reasonOf(error)}`);
      if (known) return known.configuration;
      throw new ProviderAway(`${provider.id} is away`, { cause: error });
    }
  }

  /** One question at a time, however many wait for its answer. */
  private ask(provider: Provider): Promise<client.Configuration> {
    const asked = this.asked.get(provider.id);
    if (asked) return asked;
    const asking = discover(provider)
      .then((configuration) => {
        this.known.set(provider.id, { at: this.clock.now(), configuration });
        return configuration;
      })
      .finally(() => this.asked.delete(provider.id));
    this.asked.set(provider.id, asking);
    return asking;
  }
}

async function discover({ issuer, clientId, clientSecret }: Provider): Promise<client.Configuration> {
  const local = isLoopback(new URL(issuer).hostname);
  const configuration = await client.discovery(
    new URL(issuer),
    clientId,
    {
      ...(clientSecret === undefined ? {} : { client_secret: clientSecret }),
      [client.clockTolerance]: TOLERANCE_SECONDS,
    },
    clientSecret === undefined ? client.None() : withSecret(clientSecret),
    {
      [client.customFetch]: boundedFetch,
      timeout: PATIENCE_SECONDS,
      execute: [client.enableNonRepudiationChecks, ...(local ? [overLoopback] : [])],
    },
  );
  const {
    issuer: named,
    authorization_endpoint: door = '',
    end_session_endpoint: exit,
  } = configuration.serverMetadata();
  // The library lets some providers answer in another's name; subjects are namespaced by this one, letter for letter.
  if (named !== issuer) throw new Error(`it calls itself ${named}; the configuration says ${issuer}`);
  for (const address of [door, ...(exit === undefined ? [] : [exit])]) {
    if (!isSafe(address, local)) throw new Error('it sends people to an address that is not https');
  }
  return configuration;
}

function isSafe(address: string, local: boolean): boolean {
  const protocol = URL.canParse(address) ? new URL(address).protocol : '';
  return protocol === 'https:' || (local && protocol === 'http:');
}

/** In the header where the provider takes it there, which every one does that says nothing; else in the body. */
function withSecret(secret: string): client.ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...rest) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    (methods.includes('client_secret_basic') ? basic : post)(server, ...rest);
  };
}

/** Why, in words for the log, cause by cause; never the answer itself, which may hold a token. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause instanceof Error ? ` (${reasonOf(error.cause)})` : '';
  return `${error.message}${cause}`;
}
