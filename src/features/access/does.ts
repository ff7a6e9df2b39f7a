import { applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension, ApiForbiddenResponse, ApiSecurity, ApiUnauthorizedResponse } from '@nestjs/swagger';
import { problemResponse } from '../shared/problem-response.js';
import { instead } from './instead.js';
import { type Action, permissions, type Permitted } from './permissions.js';
import { type Role, roleNames } from './roles.js';

/** Says what a route does. The door lets in those whom the table permits it; the reference says who they are. */
export function Does(action: Action) {
  const permitted: Permitted = permissions[action];
  const otherwise = instead[action];
  const declared = RouteConfig({ action, ...(otherwise === undefined ? {} : { instead: otherwise }) });
  if (permitted === 'everyone') return applyDecorators(declared);
  return applyDecorators(
    declared,
    ApiSecurity('bearer'),
    ApiSecurity('cookie'),
    ApiExtension('x-permitted', whoMay(permitted)),
    ApiUnauthorizedResponse(problemResponse('Nobody is signed in, or no longer')),
    ApiForbiddenResponse(problemResponse(`Not in this capacity. ${otherwise ?? whoMay(permitted)}`)),
  );
}

/** Who may, in words: "Finance officer (own authority), finance lead of the host". */
export function whoMay(permitted: Permitted): string {
  if (permitted === 'everyone') return 'Everyone.';
  if (permitted === 'signed-in') return 'Whoever is signed in.';
  const named = Object.entries(permitted).filter(([role]) => role !== 'demonstration' && role !== 'clockwork');
  if (named.length === 0) return 'For what loads public record alone.';
  const words = named.map(
    ([role, ownership]) => `${roleNames[role as Role]}${ownership === 'own' ? ' (own authority)' : ''}`,
  );
  return `For: ${words.join(', ')}.`;
}
