import { type Line, type ProposedKind, propose, turn } from '../../engine/ledger/propose.js';
import type { WriteSession } from '../../platform/database/session.js';
import { statement } from '../../platform/database/statement.js';
import { invalid } from '../../platform/http/problem.js';
import { beforeFirst, firstDay, sayFirst } from '../shared/first-day.js';
import { toPence } from '../shared/money.js';
import { orRefuse } from '../shared/or-refuse.js';
import type { NewDraft } from './dto/draft.js';
import { fundOf } from './fund-of.js';
import { mustBeOrder } from './must-be-order.js';
import { mustBeReversible } from './must-be-reversible.js';

/** What a version of a draft says, as it would be posted. Its digest is of all this; what is not there is left out. */
interface Content {
  readonly partnership: string;
  readonly kind: string;
  readonly fund: string;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly reference?: string;
  readonly decision?: string;
  readonly pays?: string;
  readonly reverses?: string;
  readonly source: string;
  readonly illustrative: boolean;
  readonly lines: readonly (Omit<Line, 'pence'> & { readonly pence: string })[];
}

/** A proposal's content, and whom it concerns. */
interface Composed {
  readonly content: Content;
  readonly authority: string | null;
}

interface PostedLine extends Omit<Line, 'pence'> {
  readonly pence: bigint;
  readonly fund: string;
  readonly effective_on: string;
  readonly reversed: boolean;
  readonly kind: string;
}

const posted = statement(`
  select a.kind as account, a.authority_id as authority, a.line, l.amount_pence as pence, e.fund, e.effective_on, e.kind,
    exists (select from ledger_entry r where r.partnership_id = e.partnership_id and r.reversal_of = e.id) as reversed
  from ledger_entry e join ledger_line l on l.partnership_id = e.partnership_id and l.entry_id = e.id
  join ledger_account a on a.partnership_id = l.partnership_id and a.id = l.account_id
  where e.partnership_id = $1 and e.id = $2 order by l.number`);

/** Works out the lines of what is proposed: by its kind, or of a reversal from the entry that it turns. */
export async function compose(session: WriteSession, partnership: string, given: NewDraft): Promise<Composed> {
  if (given.kind === 'reversal') return reversing(session, partnership, given);
  if (given.reverses)
    throw invalid([fault('/reverses', 'unknown-field', 'Expected no such field: it is no reversal.')]);
  const { authority = null, line = null, pays = null, reference = null, amount } = given;
  if (!amount) throw invalid([fault('/amount', 'missing-field', 'Expected an amount in pounds.')]);
  const kind: ProposedKind = given.kind;
  const lines = orRefuse(propose(kind, { authority, line, pays, reference }, toPence(amount)));
  const fund = await fundOf(session, partnership, given);
  await mustBeOfItsTime(session, partnership, given);
  if (kind === 'spending' && pays) await mustBeOrder(session, { partnership, pays, fund, line });
  return { authority, content: say(partnership, given, fund, lines) };
}

async function mustBeOfItsTime(session: WriteSession, partnership: string, { effectiveOn }: NewDraft): Promise<void> {
  const first = await firstDay(session, partnership);
  if (first !== null && effectiveOn < first) throw invalid([fault('/effectiveOn', beforeFirst, sayFirst(first))]);
}

async function reversing(session: WriteSession, partnership: string, given: NewDraft): Promise<Composed> {
  const strange = (['amount', 'line', 'pays', 'fund'] as const).filter((name) => (given[name] ?? null) !== null);
  if (strange.length > 0)
    throw invalid(
      strange.map((name) => fault(`/${name}`, 'unknown-field', 'Expected no such field: what is reversed says it.')),
    );
  const lines = given.reverses ? await session.rows<PostedLine>(posted, [partnership, given.reverses]) : [];
  const [first] = lines;
  if (!first)
    throw invalid([fault('/reverses', 'not-there', 'Expected the id of an entry of this partnership’s ledger.')]);
  await mustBeReversible(session, partnership, first, given);
  const authority = lines.find((line) => line.authority !== null)?.authority ?? null;
  if (given.authority && given.authority !== authority)
    throw invalid([fault('/authority', 'not-its-own', 'Expected whom the entry concerns, or nothing.')]);
  const turned = turn(
    lines.map(({ account, authority: whose, line, pence }) => ({ account, authority: whose, line, pence })),
  );
  return { authority, content: say(partnership, given, first.fund, turned) };
}

function say(partnership: string, given: NewDraft, fund: string, lines: readonly Line[]): Content {
  const { kind, effectiveOn, reason, reference, decision, pays, reverses, source, illustrative = false } = given;
  return {
    ...{ partnership, kind, fund, effectiveOn, reason, source, illustrative },
    ...(reference ? { reference } : {}),
    ...(decision ? { decision } : {}),
    ...(pays ? { pays } : {}),
    ...(reverses ? { reverses } : {}),
    lines: lines.map((line) => ({ ...line, pence: String(line.pence) })),
  };
}

function fault(pointer: string, code: string, detail: string) {
  return { pointer, code, detail };
}
