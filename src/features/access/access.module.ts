import { Module } from '@nestjs/common';
import { Doorkeeper } from './doorkeeper.js';
import { InstallationReader } from './installation.reader.js';
import { KeepAwake } from './keep-awake.js';
import { SessionReader } from './session.reader.js';
import { SessionStore } from './session.store.js';

const all = [SessionStore, SessionReader, KeepAwake, Doorkeeper, InstallationReader];

@Module({ providers: all, exports: all })
export class AccessModule {}
