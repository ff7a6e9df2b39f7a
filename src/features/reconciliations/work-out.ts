import { Injectable } from '@nestjs/common';
import type { LocalDate } from '../../engine/calendar/local-date.js';
import type { Item, OurItem } from '../../engine/ledger/reconciliation/item.js';
import { reconcile, type Reconciled } from '../../engine/ledger/reconciliation/reconcile.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { invalid } from '../../platform/http/problem.js';
import { type AccountEntries, AccountEntriesReader } from '../ledger/account-entries.reader.js';
import { toPence } from '../shared/money.js';
import type { Reconciliation } from './dto/reconciliation.js';
import { heldAgainst, MOST_LINES } from './held-against.js';
import { ReconciliationReader } from './reconciliation.reader.js';

/** As known at the end of a day: what was said by hand later is not, and what was undone later still stands. */
const known = (at: string) => `($4::date is null or ${at} < ($4::date + 1)::timestamp at time zone 'Europe/London')`;
const hostSide = statement(`
  select coalesce((select json_agg(json_build_object('id', l.id, 'on', l.on_day, 'reference', l.reference,
      'says', l.description, 'pence', l.amount_pence::text)) from host_line l
      where l.partnership_id = $1 and l.import_id = $2 and ($3::text is null or l.account_code = $3)), '[]')::text as lines,
    coalesce((select json_agg(json_build_object('id', m.id, 'kind', m.kind, 'host', m.host_lines, 'ours', m.entries, 'reason', m.reason))
      from host_match m where m.partnership_id = $1 and m.reconciliation_id = $5 and ${known('m.recorded_at')} and not exists (
        select from host_match_undone u where u.partnership_id = m.partnership_id and u.id = m.id and ${known('u.recorded_at')})), '[]') as by_hand`);

interface HostSide {
  readonly lines: string;
  readonly by_hand: readonly SaidByHand[];
}
interface SaidByHand {
  readonly id: string;
  readonly kind: 'together' | 'apart';
  readonly host: readonly string[];
  readonly ours: readonly string[];
  readonly reason: string;
}
type HostItem = Omit<Item, 'pence'> & { readonly pence: string; readonly says: string | null };

/** A reconciliation as it was worked out, and what its lines say besides. */
export interface WorkedOut {
  readonly of: Reconciliation;
  readonly found: Reconciled;
  readonly ours: AccountEntries;
  /** What each line says, and why somebody put lines together, by id. */
  readonly says: ReadonlyMap<string, string | null>;
  readonly reasons: ReadonlyMap<string, string>;
}

@Injectable()
export class WorkOut {
  constructor(
    private readonly database: Database,
    private readonly reconciliations: ReconciliationReader,
    private readonly entries: AccountEntriesReader,
  ) {}

  /** Holds an extract against our account, as known at the end of a day; as everything is known now where none is asked. */
  async run(context: Context, partnership: string, id: string, knownAt: string | null): Promise<WorkedOut> {
    const of = await this.reconciliations.find(context, partnership, id);
    const { account, fund, line, from, asAt } = of;
    const { kind } = heldAgainst[account];
    const [side, ours] = await Promise.all([
      this.hostSide(context, partnership, of, knownAt),
      this.entries.read(context, partnership, { kind, fund, line, from, asAt, knownAt, most: MOST_LINES }),
    ]);
    if (ours.entries.length > MOST_LINES) throw tooMany();
    return workOut(of, side, ours);
  }

  private async hostSide(
    context: Context,
    partnership: string,
    of: Reconciliation,
    knownAt: string | null,
  ): Promise<HostSide> {
    const asked = [partnership, of.import, of.code, knownAt, of.id];
    return (await this.database.questions(within(context, partnership)).one<HostSide>(hostSide, asked)) as HostSide;
  }
}

function workOut(of: Reconciliation, side: HostSide, ours: AccountEntries): WorkedOut {
  const turned = of.turned ? -1n : 1n;
  const { sign } = heldAgainst[of.account];
  const lines = (JSON.parse(side.lines) as readonly HostItem[]).map((line) => ({
    ...{ ...line, pence: turned * BigInt(line.pence) },
  }));
  const entries = ours.entries.map((entry): OurItem & { readonly says: string } => ({
    ...{ id: entry.id, on: entry.on as LocalDate, reference: entry.reference, reverses: entry.reverses },
    ...{ pence: sign * BigInt(entry.pence), says: entry.reason },
  }));
  const found = reconcile({
    host: { opening: turned * toPence(of.opening), lines },
    ours: { opening: sign * ours.opening, lines: entries },
    ...{ openingExplained: of.openingWhy !== null, days: of.days },
    together: side.by_hand.filter(({ kind }) => kind === 'together'),
    apart: side.by_hand.filter(({ kind }) => kind === 'apart'),
  });
  const says = new Map([...lines, ...entries].map((one) => [one.id, one.says] as const));
  return { of, found, ours, says, reasons: new Map(side.by_hand.map(({ id, reason }) => [id, reason] as const)) };
}

function tooMany() {
  const detail = `Expected days on which at most ${MOST_LINES} entries of ours count. Reconcile fewer days at once.`;
  return invalid([{ pointer: '/asAt', code: 'too-many', detail }]);
}
