import { describe, expect, it } from '@jest/globals';
import { permissions } from '../../features/access/permissions.js';
import type { SignedIn } from '../../features/access/session.reader.js';
import { may, visitorOf } from './visitor.js';

const now = Date.parse('2026-11-22T12:00:00Z');
const officer: SignedIn = {
  ...{ session: 's', kind: 'browser', person: 'p', name: 'A. Person', capacities: 1 },
  expiresAt: new Date(now + 43_200_000),
  idleAt: new Date(now + 1_799_900),
  capacity: {
    ...{ grant: 'g', role: 'finance-officer', partnership: 'aspire', partnershipName: 'Aspire Adoption' },
    ...{ authority: 'dorset', authorityName: 'Dorset Council', endsBefore: null },
  },
};

describe('whoever looks at a page', () => {
  it('is told as whom, in which capacity, and for how long', () => {
    expect(visitorOf(officer, now)).toEqual({
      ...{ person: 'p', name: 'A. Person', grant: 'g', role: 'finance-officer', authority: 'dorset', several: false },
      capacity: 'Finance officer, Dorset Council, Aspire Adoption',
      ...{ idleSeconds: 1799, warningSeconds: 120, idleMinutes: 30 },
    });
  });

  it('may change to another capacity where there is one', () => {
    expect(visitorOf({ ...officer, capacities: 2 }, now).several).toBe(true);
    expect(visitorOf({ ...officer, capacity: null, capacities: 1 }, now)).toMatchObject({
      several: true,
      capacity: undefined,
    });
    expect(visitorOf({ ...officer, capacity: null, capacities: 0 }, now).several).toBe(false);
  });

  it('is offered what the table of permissions permits, and nothing else', () => {
    const visitor = visitorOf(officer, now);
    expect(may(visitor, 'provision.add')).toBe(true);
    expect(may(visitor, 'receipt.add')).toBe(false);
    expect(may(visitor, 'sign-in.use')).toBe(true);
    expect(may(visitor, 'account.use')).toBe(true);
    const without = visitorOf({ ...officer, capacity: null }, now);
    const offered = Object.keys(permissions).filter((action) => may(without, action as keyof typeof permissions));
    for (const action of offered) expect(permissions[action as keyof typeof permissions]).toEqual(expect.any(String));
  });

  it('is offered everything where nobody is known to look', () => {
    expect(may(undefined, 'receipt.add')).toBe(true);
  });
});
