import { Injectable } from '@nestjs/common';
import { AccessDatabase } from '../../platform/database/access-database.js';
import { type Context, everyPartnership, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { newSecret, ticketOf } from '../../platform/database/ticket.js';
import { type Action, ownershipOf, permissions } from '../access/permissions.js';
import { personRoles } from '../access/roles.js';
import { SessionStore } from '../access/session.store.js';
import { ApproveGrant } from '../people/approve-grant.js';
import { GiveRole } from '../people/give-role.js';
import { NameAdministrator } from '../people/name-administrator.js';
import { RegisterPerson } from '../people/register-person.js';
import { BeginSession } from '../sign-in/begin-session.js';
import { type DemonstrationPerson, demonstrationPeople, partnershipToShow } from './demonstration-people.js';
import { recordId } from './record-id.js';

/** A way in as one person of the demonstration. */
export interface DemonstrationSignIn {
  readonly says: string;
  /** The end of the link: worth nothing outside this demonstration. */
  readonly secret: string;
}

/** Whom a link signs in, and as what. */
interface DemonstrationFound {
  readonly person: string;
  readonly name: string;
  readonly grant: string;
}

const isThere = statement('select id from person where id = $1');
const keep = statement(
  `insert into authz.demonstration_sign_in (secret_digest, person_id, grant_id) values (sha256(decode($1, 'hex')), $2, $3)`,
);
const leadsTo = statement(`
  select d.person_id as person, d.grant_id as "grant", p.name
  from authz.demonstration_sign_in d join person p on p.id = d.person_id
  where d.secret_digest = sha256(decode($1, 'hex')) and (select demonstration from authz.installation)`);

/** Who the person of a role is, and the role as it was given. */
export const idsOf = ({ role }: DemonstrationPerson) => ({
  person: recordId(`${partnershipToShow}/person/${role}`),
  grant: recordId(`${partnershipToShow}/grant/${role}`),
});
const source = 'Illustrative: somebody made up, to show what this role sees';

/** People of the demonstration and their ways in. The database refuses both where there is none. */
@Injectable()
export class DemonstrationSignIns {
  constructor(
    private readonly database: Database,
    private readonly access: AccessDatabase,
    private readonly sessions: SessionStore,
    private readonly begin: BeginSession,
    private readonly registers: RegisterPerson,
    private readonly gives: GiveRole,
    private readonly names: NameAdministrator,
    private readonly approves: ApproveGrant,
  ) {}

  /** A new way in for each role, and a token for programs that may only read. Whoever is not there yet is made. */
  async make(ticket: string): Promise<{ readonly people: readonly DemonstrationSignIn[]; readonly token: string }> {
    const people: DemonstrationSignIn[] = [];
    for (const person of demonstrationPeople) people.push(await this.wayIn(ticket, person));
    return { people, token: await this.token() };
  }

  /** The session of whoever follows a link; none when it is no link of ours. */
  async follow(secret: string, label: string): Promise<string | undefined> {
    const found = await this.find(secret);
    return found && (await this.begin.within(undefined, found.person, label, found.grant)).secret;
  }

  /** Whom a link signs in; nobody where it is no link of ours, or there is no demonstration. */
  find(secret: string): Promise<DemonstrationFound | undefined> {
    return this.access.one<DemonstrationFound>(leadsTo, [ticketOf(secret)]);
  }

  private async wayIn(ticket: string, person: DemonstrationPerson): Promise<DemonstrationSignIn> {
    const ids = idsOf(person);
    const acting = { ticket, partnership: everyPartnership, request: 'demonstration' };
    const there = await this.database.questions({ ...acting, action: 'person.read' }).one(isThere, [ids.person]);
    if (!there) await this.register(acting, person);
    const secret = newSecret();
    await this.access.rows(keep, [ticketOf(secret), ids.person, ids.grant]);
    const { role, authority } = person;
    return { says: `${personRoles[role]}${authority ? `, ${authority}` : ''}`, secret };
  }

  private async register(acting: Omit<Context, 'action'>, person: DemonstrationPerson): Promise<void> {
    const { role, authority } = person;
    const ids = idsOf(person);
    const made = { source, illustrative: true };
    const whose = authority === undefined ? {} : { authority };
    const name = `${personRoles[role]} of the demonstration`;
    await this.registers.run({ ...acting, action: 'person.add' }, { name, ...whose, ...made }, ids.person);
    const since = { person: ids.person, from: '2020-04-01', ...made };
    if (role === 'administrator') {
      await this.names.run({ ...acting, action: 'administrator.name' }, since, ids.grant);
      return;
    }
    const here = within({ ...acting, action: 'grant.give' }, partnershipToShow);
    const until = role === 'auditor' ? { until: '2035-04-01' } : {};
    await this.gives.run(here, partnershipToShow, { ...since, role, ...whose, ...until }, ids.grant);
    if (role !== 'auditor') return;
    const approving = within({ ...acting, action: 'grant.approve' }, partnershipToShow);
    await this.approves.run(approving, partnershipToShow, ids.grant, { authority: 'dorset', ...made });
  }

  private async token(): Promise<string> {
    const { person, grant } = idsOf({ role: 'board-member' });
    const readable = (Object.keys(permissions) as Action[]).filter((action) => action.endsWith('.read'));
    const scope = readable.filter((action) => ownershipOf('board-member', action) !== undefined);
    const label = 'Demonstration, reading only';
    const started = { kind: 'token', person, grant, scope, label, idleFor: '366 days', lasts: '366 days' } as const;
    return (await this.sessions.start(started)).secret;
  }
}
