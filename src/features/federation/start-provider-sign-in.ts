import { Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { newSecret } from '../../platform/database/ticket.js';
import { ProviderMetadata } from './provider-metadata.js';
import { ProviderSignInStore } from './provider-sign-in.store.js';
import type { Provider } from './provider.js';

/** Where the browser goes, and what it has to bring back in a cookie. */
export interface Sent {
  readonly to: URL;
  readonly secret: string;
}

@Injectable()
export class StartProviderSignIn {
  constructor(
    private readonly metadata: ProviderMetadata,
    private readonly signIns: ProviderSignInStore,
  ) {}

  /** Sends somebody to their provider: code and PKCE. Throws `ProviderAway` when it does not answer. */
  async run(provider: Provider, callback: string, next: string): Promise<Sent> {
    const configuration = await this.metadata.of(provider);
    const secret = newSecret();
    const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
    await this.signIns.begin(secret, provider, { state, nonce, verifier, next });
    const to = client.buildAuthorizationUrl(configuration, {
      redirect_uri: callback,
      scope: provider.scopes.join(' '),
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return { to, secret };
  }
}
