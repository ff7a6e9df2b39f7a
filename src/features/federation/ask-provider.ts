import { Injectable, Logger } from '@nestjs/common';
import * as client from 'openid-client';
import { ProviderAway } from './bounded-fetch.js';
import { ProviderMetadata, reasonOf } from './provider-metadata.js';
import type { OnItsWay } from './provider-sign-in.store.js';
import type { Provider } from './provider.js';
import { hasSecondFactor } from './second-factor.js';
import { isSubject } from './subject.js';

/** Whom a provider says somebody is, or why it is not believed. */
export type Asserted =
  | { readonly kind: 'subject'; readonly subject: string }
  | { readonly kind: 'cancelled' | 'untrusted' | 'one-factor' | 'away' };

/** Exchanges a code for whom the provider says it is. Whatever does not fit to the letter is believed in no part. */
@Injectable()
export class AskProvider {
  private readonly logger = new Logger('Provider');

  constructor(private readonly metadata: ProviderMetadata) {}

  async run(provider: Provider, came: URL, { state, nonce, verifier }: OnItsWay): Promise<Asserted> {
    try {
      const tokens = await client.authorizationCodeGrant(await this.metadata.of(provider), came, {
        pkceCodeVerifier: verifier,
        expectedState: state,
        expectedNonce: nonce,
        idTokenExpected: true,
      });
      return asserted(provider, tokens.claims());
    } catch (error) {
      const kind = kindOf(error);
      if (kind !== 'cancelled') this.logger.warn(`${provider.id} signed nobody in: ${reasonOf(error)}`);
      return { kind };
    }
  }
}

function asserted(provider: Provider, claims: client.IDToken | undefined): Asserted {
  if (claims?.iss !== provider.issuer || !isSubject(claims.sub)) return { kind: 'untrusted' };
  if (provider.requireSecondFactor && !hasSecondFactor(claims['amr'])) return { kind: 'one-factor' };
  return { kind: 'subject', subject: claims.sub };
}

function kindOf(error: unknown): 'cancelled' | 'untrusted' | 'away' {
  if (error instanceof client.AuthorizationResponseError && error.error === 'access_denied') return 'cancelled';
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof ProviderAway) return 'away';
  return 'untrusted';
}
