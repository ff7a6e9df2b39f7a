/** Words with which providers say that more than one factor was used. */
const several: ReadonlySet<string> = new Set(['mfa', 'ngcmfa', 'http://schemas.microsoft.com/claims/multipleauthn']);

/** What each method of RFC 8176 shows: something one knows, has or is. A hardware key or smart card asks for a second itself. */
const shows: Readonly<Record<string, readonly string[]>> = {
  pwd: ['knows'],
  pin: ['knows'],
  kba: ['knows'],
  otp: ['has'],
  swk: ['has'],
  sms: ['has'],
  tel: ['has'],
  hwk: ['has', 'knows'],
  sc: ['has', 'knows'],
  fpt: ['is'],
  face: ['is'],
  iris: ['is'],
  retina: ['is'],
  vbm: ['is'],
};

/** Whether the methods that a provider names (`amr`) come to two factors. */
export function hasSecondFactor(amr: unknown): boolean {
  if (!Array.isArray(amr)) return false;
  const named = amr.filter((one): one is string => typeof one === 'string');
  if (named.some((one) => several.has(one))) return true;
  return new Set(named.flatMap((one) => (Object.hasOwn(shows, one) ? (shows[one] ?? []) : []))).size > 1;
}
