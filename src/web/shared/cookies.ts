import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from '../../features/sign-in/caller.js';
import { describeBrowser } from '../../features/sign-in/describe-browser.js';
import { halfSignedIn, knownDeviceDays } from '../../features/sign-in/limits.js';
import { addressGroup } from '../../features/sign-in/throttle/address-group.js';
import { dropSecret, keepSecret, secretIn } from '../../platform/http/cookies.js';
import { SESSION_COOKIE } from '../../platform/http/door.js';

const HALF = '__Host-poolkeeper-half';
const DEVICE = '__Host-poolkeeper-device';

/** Whoever sends a request, as sign-in counts attempts and as their session will be called. */
export function callerOf(request: FastifyRequest): Caller {
  const browser = describeBrowser(request.headers['user-agent']);
  const address = addressGroup(request.ip);
  return { address, device: secretIn(request, DEVICE), label: `${browser}, from ${address}` };
}

/** Signed in from now on; the device is kept where it is a new one. */
export function enter(reply: FastifyReply, { session, device }: { session: string; device: string | undefined }): void {
  keepSecret(reply, SESSION_COOKIE, session);
  dropSecret(reply, HALF);
  if (device !== undefined) keepSecret(reply, DEVICE, device, knownDeviceDays * 86_400);
}

export function leave(reply: FastifyReply): void {
  dropSecret(reply, SESSION_COOKIE);
}

/** A right password, on the way to its code. */
export function keepHalf(reply: FastifyReply, half: string): void {
  keepSecret(reply, HALF, half, halfSignedIn);
}

export function halfOf(request: FastifyRequest): string | undefined {
  return secretIn(request, HALF);
}
