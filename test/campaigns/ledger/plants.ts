import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../../src/platform/config/root.js';
import type { TestDatabase } from '../../support/test-database.js';
import { rewrite } from '../interleaving/planted.js';

type Plant = (database: TestDatabase) => Promise<unknown>;

const without =
  (name: string, ...parts: readonly string[]) =>
  (database: TestDatabase) =>
    rewrite(
      database,
      name,
      parts.map((part) => [part, ''] as const),
    );

/** Whoever posts and whoever closes no longer takes the trail's lock first, which by itself would keep out all that follows. */
const trailLater = without(
  'ledger.await_trail',
  'perform from audit_head h where h.chain = any (partnerships) order by h.chain for no key update;',
);
const both =
  (...plants: readonly Plant[]): Plant =>
  async (database) => {
    for (const plant of plants) await plant(database);
  };

const noRow = `create function nothing() returns trigger language plpgsql as 'begin return null; end';
  create trigger a_nothing before insert on idempotency for each row execute function nothing()`;

/** What is posted is the newest version, whichever was approved; the comparison of digests still stands, or does not. */
const newestUnread = [
  ['v.number > new.number', 'false'],
  [
    'and v.draft_id = new.draft_id and v.number = new.number',
    'and v.draft_id = new.draft_id order by v.number desc limit 1',
  ],
] as const;
const noDigest = [
  ['and e.digest = new.digest and ledger.digest_of(ledger.content_of(e.partnership_id, e.id)) = new.digest', ''],
] as const;

const inUtc = ["d.recorded_at at time zone 'Europe/London'", "d.recorded_at at time zone 'UTC'"] as const;

/** Guards that are taken away, so that each campaign is seen to find what they keep out. By campaign and name. */
export const plants: Readonly<Record<string, Readonly<Record<string, Plant>>>> = {
  'ledger-keys': {
    'no-unique-key': (database) => database.sql('alter table idempotency drop constraint idempotency_pkey'),
    'no-row': (database) => database.sql(noRow),
    'no-one-outcome': (database) =>
      database.sql('alter table ledger_outcome drop constraint ledger_draft_decided_once'),
  },
  'ledger-reversals': {
    'no-unique-reversal': (database) => database.sql('drop index ledger_entry_reversed_once'),
  },
  'ledger-closes': {
    'posting-holds-nothing': both(trailLater, without('ledger.hold', ' for share')),
    'closing-holds-nothing': both(trailLater, without('ledger.await_postings', ' for update')),
    'first-posting-waits-for-nobody': both(
      trailLater,
      without(
        'ledger.follow_closings',
        "perform pg_advisory_xact_lock_shared(hashtextextended(concat('ledger periods of ', new.partnership_id), 0));",
      ),
    ),
    'trail-later': trailLater,
    'closed-months-take-entries': (database) =>
      rewrite(database, 'ledger.hold', [['if held.closed then', 'if false then']]),
    'closings-wait-for-nobody': both(
      trailLater,
      without(
        'ledger.await_postings',
        "perform pg_advisory_xact_lock(hashtextextended(concat('ledger periods of ', of_partnership), 0));",
        ' for update',
      ),
    ),
  },
  'ledger-years': {
    'settling-waits-for-nobody': without(
      'ledger.settle',
      'perform ledger.await_year(new.partnership_id, new.financial_year);',
    ),
    'closed-years-take-settlements': (database) =>
      rewrite(database, 'ledger.settle_while_open', [
        ['if ledger.year_closed(new.partnership_id, new.financial_year) then', 'if false then'],
      ]),
    'closed-years-lose-settlements': (database) =>
      rewrite(database, 'ledger.must_leave_closed_years', [['if settled is not null then', 'if false then']]),
    'reversing-waits-for-nobody': trailLater,
    'unsettled-years-close': (database) =>
      rewrite(database, 'ledger.close_year', [['elsif waits is not null then', 'elsif false then']]),
    'any-outturn': (database) =>
      rewrite(database, 'ledger.close_year', [['elsif otherwise is not null then', 'elsif false then']]),
    'closing-waits-for-nobody': without(
      'ledger.freeze_year',
      'perform ledger.await_year(new.partnership_id, new.financial_year);',
      'perform ledger.await_postings(new.partnership_id, ledger.last_month(new.financial_year));',
    ),
  },
  'ledger-model': {
    'totals-without-days': (database) =>
      database.sql(`create function nothing() returns trigger language plpgsql as 'begin return null; end';
        create trigger a_nothing before insert on ledger_total for each row when (new.span = 'day') execute function nothing()`),
    'known-in-utc': (database) => rewrite(database, 'ledger.add_up', [inUtc, inUtc]),
    'reversals-of-reversals': (database) => rewrite(database, 'ledger.must_turn', [["o.kind = 'reversal' or ", '']]),
    'any-lines': (database) => database.sql('drop trigger ledger_entry_turns_what_it_reverses on ledger_entry'),
    'any-month': (database) => rewrite(database, 'ledger.close_month', [['first_open < new.starts_on', 'false']]),
    'any-re-opening': (database) => rewrite(database, 'ledger.must_be_latest', [['is distinct from', '=']]),
    'makers-approve': (database) => rewrite(database, 'ledger.decide', [['v.entered_by = new.decided_by', 'false']]),
  },
  'ledger-kills': {
    'no-row': (database) => database.sql(noRow),
  },
  'ledger-edits': {
    'nobody-waits': without(
      'ledger.await_draft',
      "perform pg_advisory_xact_lock(hashtextextended(concat('ledger draft ', new.draft_id, ' of ', new.partnership_id), 0));",
    ),
    'any-version': (database) => rewrite(database, 'ledger.decide', [['v.number > new.number', 'false']]),
    'newest-version-unread': (database) => rewrite(database, 'ledger.decide', [...newestUnread, ...noDigest]),
    'newest-version-compared': (database) => rewrite(database, 'ledger.decide', newestUnread),
    'makers-approve': (database) => rewrite(database, 'ledger.decide', [['v.entered_by = new.decided_by', 'false']]),
    'one-council-approves': (database) =>
      rewrite(database, 'ledger.decide', [['v.entered_for = new.authority_id', 'false']]),
    'no-one-outcome': (database) =>
      database.sql('alter table ledger_outcome drop constraint ledger_draft_decided_once'),
  },
};

export const noPlant: Plant = () => Promise.resolve();

/** The same in the product: a line of it that is changed before it is loaded. By campaign and name. */
export const plantedLines: Readonly<Record<string, Readonly<Record<string, PlantedLine>>>> = {
  'ledger-keys': {
    'any-body': {
      file: 'src/features/shared/once.js',
      from: 'if (row.fingerprint !== fingerprint) throw usedOtherwise();',
      to: '',
    },
  },
  'ledger-model': {
    'day-left-out': {
      file: 'src/features/ledger/reckoned.js',
      from: '::date and ${day}::date',
      to: '::date and ${day}::date - 1',
    },
  },
};

interface PlantedLine {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Changes what was built; whoever builds again has it back. */
export function plantLine({ file, from, to }: PlantedLine): void {
  const where = path.join(projectRoot, 'dist', file);
  const text = readFileSync(where, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not say ${from}`);
  writeFileSync(where, text.replace(from, to));
}
