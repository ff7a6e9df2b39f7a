import { type DynamicModule, Module } from '@nestjs/common';
import { SignInModule } from '../sign-in/sign-in.module.js';
import { AddIdentity } from './add-identity.js';
import { AskProvider } from './ask-provider.js';
import { EndIdentity } from './end-identity.js';
import { FinishProviderSignIn } from './finish-provider-sign-in.js';
import { IdentitiesController } from './identities.controller.js';
import { IdentityReader } from './identity.reader.js';
import { IdentityStore } from './identity.store.js';
import { LeaveProvider } from './leave-provider.js';
import { ProviderMetadata } from './provider-metadata.js';
import { ProviderSignInStore } from './provider-sign-in.store.js';
import { type Provider, PROVIDERS } from './provider.js';
import { ProvidersReader } from './providers.reader.js';
import { StartProviderSignIn } from './start-provider-sign-in.js';

const verbs = [StartProviderSignIn, FinishProviderSignIn, LeaveProvider, AddIdentity, EndIdentity];

@Module({})
export class FederationModule {
  /** With the providers that the configuration names. */
  static with(providers: readonly Provider[]): DynamicModule {
    return {
      module: FederationModule,
      global: true,
      imports: [SignInModule],
      controllers: [IdentitiesController],
      providers: [
        { provide: PROVIDERS, useValue: providers },
        ...[ProviderMetadata, ProviderSignInStore, AskProvider, IdentityStore],
        ...[IdentityReader, ProvidersReader],
        ...verbs,
      ],
      exports: [ProvidersReader, ...verbs],
    };
  }
}
