import { Module } from '@nestjs/common';
import { AddAuthority } from './add-authority.js';
import { AuthoritiesController } from './authorities.controller.js';
import { AuthorityReader } from './authority.reader.js';
import { AuthorityStore } from './authority.store.js';

@Module({
  controllers: [AuthoritiesController],
  providers: [AuthorityStore, AddAuthority, AuthorityReader],
  exports: [AddAuthority, AuthorityReader],
})
export class AuthoritiesModule {}
