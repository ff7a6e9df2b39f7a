import { SessionStore } from '../../../src/features/access/session.store.js';
import { ticketOf } from '../../../src/platform/database/ticket.js';
import { type Http, httpOf, type TestApp } from '../../support/app.js';
import { smallPartnership } from '../../support/partnership.js';
import { sessionAs, type TestSession } from '../../support/sessions.js';
import { type Random, randomFrom } from '../random.js';

export interface RevocationsReport {
  readonly seed: number;
  readonly races: Readonly<Record<string, number>>;
  /** How requests that were under way at the moment were answered. */
  readonly underWay: Readonly<Record<string, number>>;
  readonly after: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
}

interface Race {
  readonly app: TestApp;
  readonly session: TestSession;
  /** The same bearer at either process. */
  readonly ends: readonly Http[];
}

/** Ways to be no longer let in, and what is then answered. Each is done when its promise is. */
const ways: Readonly<Record<string, { revoke: (race: Race) => Promise<unknown>; answer: string }>> = {
  'a session ended': {
    revoke: async ({ app, session }) => {
      const [row] = await app.database.sql<{ id: string }>('select id from authz.session where grant_id = $1', [
        session.grant,
      ]);
      if (!(await app.app.get(SessionStore).end(session.person, row?.id ?? '', 'signed out')))
        throw new Error('No end');
    },
    answer: '401',
  },
  'a grant ended': { revoke: ({ app, session }) => endGrant(app, session), answer: '403' },
  'a grant ended while it is chosen': {
    revoke: async ({ app, session }) => {
      const ticket = ticketOf(session.secret);
      const choosing = app.app.get(SessionStore).choose(ticket, session.grant);
      const [chosen] = await Promise.all([choosing, endGrant(app, session)]);
      Object.assign(session, { secret: chosen?.secret ?? session.secret });
    },
    answer: '403',
  },
  'a session rotated': {
    revoke: async ({ app, session }) => {
      if (!(await app.app.get(SessionStore).choose(ticketOf(session.secret), session.grant)))
        throw new Error('No turn');
    },
    answer: '401',
  },
};

function endGrant({ http }: TestApp, { grant }: TestSession): Promise<unknown> {
  const url = `/api/v1/partnerships/pool/grants/${grant}/end`;
  return http.post(url, { reason: 'They left' }).then(({ status, text }) => {
    if (status >= 300) throw new Error(text);
  });
}

/** Requests at two processes race what ends their right to be answered; once that is done, none is let in. */
export async function runRevocations(
  app: TestApp,
  beside: { readonly url: string },
  { seed, races }: { readonly seed: number; readonly races: number },
): Promise<RevocationsReport> {
  const random = randomFrom(seed);
  const [done, underWay, after] = [tally(), tally(), tally()];
  const faults: string[] = [];
  await smallPartnership(app, 'pool');
  for (let n = 0; n < races; n += 1) {
    const [name, way] = Object.entries(ways)[n % Object.keys(ways).length]!;
    const session = await sessionAs(app.database, {
      role: 'finance-officer',
      partnership: 'pool',
      authority: 'pool-a',
    });
    const ends = () => [app.url, beside.url].map((url) => httpOf(url, session.secret));
    if (name.includes('chosen'))
      await app.database.sql('update authz.session set grant_id = null where person_id = $1', [session.person]);
    const early = ask(ends(), random, random.between(1, 2));
    await way.revoke({ app, session, ends: ends() });
    const late = await Promise.all(ask(ends(), random, 2));
    done.add(name);
    for (const status of await Promise.all(early)) underWay.add(status);
    for (const status of late) {
      after.add(status);
      if (status !== way.answer) faults.push(`race ${n}, ${name}: answered ${status} afterwards`);
    }
  }
  return { seed, races: done.counts, underWay: underWay.counts, after: after.counts, faults };
}

const bill = {
  ...{ kind: 'contribution', authority: 'pool-a', effectiveOn: '2026-04-01', amount: '10.00' },
  ...{ reason: 'Quarter 1', source: 'Test' },
};

/** At least one request to each process, reading or adding; gives back how each is answered. */
function ask(ends: readonly Http[], random: Random, rounds: number): Promise<string>[] {
  const url = '/api/v1/partnerships/pool/ledger/drafts';
  return Array.from({ length: rounds }).flatMap(() =>
    ends.map(async (http) => {
      const { status } = await (random.between(1, 3) === 1 ? http.post(url, bill) : http.get(url));
      return String(status);
    }),
  );
}

function tally() {
  const counts: Record<string, number> = {};
  return { counts, add: (name: string) => void (counts[name] = (counts[name] ?? 0) + 1) };
}
