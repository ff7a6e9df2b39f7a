import { Module } from '@nestjs/common';
import { KeepAwake } from './keep-awake.js';
import { SessionReader } from './session.reader.js';
import { SessionStore } from './session.store.js';

@Module({ providers: [SessionStore, SessionReader, KeepAwake], exports: [SessionStore, SessionReader, KeepAwake] })
export class AccessModule {}
