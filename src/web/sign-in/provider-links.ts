import { Injectable } from '@nestjs/common';
import type { ProviderLink } from './sign-in.view-model.js';

/** The councils with a sign-in of their own, each with where that begins. */
@Injectable()
export class ProviderLinks {
  list(): Promise<readonly ProviderLink[]> {
    return Promise.resolve([]);
  }
}
