import { Module } from '@nestjs/common';
import { Doorkeeper } from './doorkeeper.js';
import { InstallationReader } from './installation.reader.js';
import { KeepAwake } from './keep-awake.js';
import { SessionReader } from './session.reader.js';
import { SessionStore } from './session.store.js';
import { EndToken } from './tokens/end-token.js';
import { InPerson } from './tokens/in-person.js';
import { MakeToken } from './tokens/make-token.js';
import { TokenReader } from './tokens/token.reader.js';
import { TokensController } from './tokens/tokens.controller.js';

const shared = [SessionStore, SessionReader, KeepAwake, Doorkeeper, InstallationReader];

@Module({
  controllers: [TokensController],
  providers: [...shared, InPerson, TokenReader, MakeToken, EndToken],
  exports: shared,
})
export class AccessModule {}
