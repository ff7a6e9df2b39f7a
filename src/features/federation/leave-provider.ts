import { Injectable } from '@nestjs/common';
import * as client from 'openid-client';
import { ProviderAway } from './bounded-fetch.js';
import { ProviderMetadata } from './provider-metadata.js';
import type { Provider } from './provider.js';

@Injectable()
export class LeaveProvider {
  constructor(private readonly metadata: ProviderMetadata) {}

  /** Where one signs out of a provider, and is sent back from; nothing where it has no such place, or does not answer. */
  async run(provider: Provider, back: string): Promise<URL | undefined> {
    try {
      const configuration = await this.metadata.of(provider);
      if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
      return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: back });
    } catch (error) {
      if (error instanceof ProviderAway) return undefined;
      throw error;
    }
  }
}
