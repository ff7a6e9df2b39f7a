import { personRoles, type PersonRole, type Role } from '../../../src/features/access/roles.js';
import { newSecret } from '../../../src/platform/database/ticket.js';
import type { TestApp } from '../app.js';
import { sessionAs } from '../sessions.js';
import type { Place } from './place.js';

/** What stands behind a request: a capacity in force, one that is not, or a session that is over. */
export const standings = ['in force', 'grant ended', 'not begun', 'run out', 'session ended'] as const;
export type Standing = (typeof standings)[number];

/** Somebody who asks, by what they hold. */
export interface Asker {
  readonly role: Role | 'nobody';
  readonly standing: Standing;
  readonly secret: string | undefined;
}

const dates: Readonly<Partial<Record<Standing, object>>> = {
  'not begun': { from: '2098-01-01', until: '2099-01-01' },
  'run out': { from: '2020-01-01', until: '2026-01-01' },
};

async function somebody({ database }: TestApp, role: PersonRole, standing: Standing, at: Place): Promise<Asker> {
  const authority = role === 'auditor' ? {} : { authority: at.own };
  const where = role === 'administrator' ? {} : { partnership: at.partnership, ...authority };
  const { secret, grant, person } = await sessionAs(database, { role, ...where, ...dates[standing] });
  if (standing === 'grant ended')
    await database.sql(
      `insert into role_grant_end (grant_id, partnership_id, source, recorded_by)
       select id, partnership_id, 'Test', 'Test' from role_grant where id = $1`,
      [grant],
    );
  if (standing === 'session ended')
    await database.sql('update authz.session set ended_at = now() where person_id = $1', [person]);
  return { role, standing, secret };
}

/** Everybody there can be: each role however it stands, the service that loads the demonstration, and nobody. */
export async function everybody(app: TestApp, at: Place): Promise<readonly Asker[]> {
  const roles = Object.keys(personRoles) as PersonRole[];
  const people: Asker[] = [];
  for (const role of roles) for (const standing of standings) people.push(await somebody(app, role, standing, at));
  return [
    ...people,
    { role: 'demonstration', standing: 'in force', secret: app.service.secret },
    { role: 'nobody', standing: 'session ended', secret: undefined },
    { role: 'nobody', standing: 'session ended', secret: newSecret() },
  ];
}
