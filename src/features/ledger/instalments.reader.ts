import { Injectable } from '@nestjs/common';
import { type FinancialYear, yearPeriod } from '../../engine/calendar/financial-year.js';
import { type LocalDate } from '../../engine/calendar/local-date.js';
import { instalments } from '../../engine/ledger/instalments/instalments.js';
import { type Profile } from '../../engine/ledger/instalments/profile.js';
import { readInstalmentTerms } from '../../engine/ledger/instalments/read-terms.js';
import { equalParts, type InstalmentTerms } from '../../engine/ledger/instalments/terms.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import type { ReadSession } from '../../platform/database/session.js';
import { ShareStatementReader } from '../shares/share-statement.reader.js';
import { toPence, toPounds } from '../shared/money.js';
import { orRefuse } from '../shared/or-refuse.js';
import type { AgreedTerms, InstalmentSchedule, PartnerInstalments } from './dto/instalments.js';
import { type BilledRow, billedQuestion, type TermsRow, termsQuestion } from './instalments.query.js';

type ShareStatement = Awaited<ReturnType<ShareStatementReader['read']>>;

interface Asked {
  readonly year: FinancialYear;
  readonly asAt: LocalDate | undefined;
  /** As the agreement states when left out; where it states nothing, quarters in advance. */
  readonly profile: Profile | undefined;
}

@Injectable()
export class InstalmentsReader {
  constructor(
    private readonly statements: ShareStatementReader,
    private readonly database: Database,
  ) {}

  /** How each partner's share of a year falls due, by the share statement in force. Parts that do not make the whole are a fault of ours. */
  async read(context: Context, partnership: string, { year, asAt, profile }: Asked): Promise<InstalmentSchedule> {
    const statement = await this.statements.read(context, partnership, year, asAt);
    const session = this.database.questions(within(context, partnership));
    const { from, until } = yearPeriod(year);
    const billed = await session.rows<BilledRow>(billedQuestion, [partnership, from, until]);
    const stated = await statedIn(session, statement);
    const terms = termsOf(stated, profile);
    const partners = statement.partners.map((one) => partOf(one, { year, terms, billed }));
    const total = partners.flatMap((one) => one.instalments).reduce((sum, { amount }) => sum + toPence(amount), 0n);
    if (toPounds(total) !== statement.totals.share) throw new Error('The instalments do not come to the shares.');
    return {
      ...{ partnership, year, asAt: statement.asAt, illustrative: statement.illustrative },
      reopened: statement.reopened,
      profile: typeof terms.falls === 'string' ? terms.falls : 'stated-dates',
      agreed: stated ? agreedOf(stated, profile === undefined) : null,
      statementDigest: statement.digest,
      ...{ partners, total: toPounds(total) },
    };
  }
}

/** What the last version of the year that states anything says. */
async function statedIn(session: ReadSession, { partnership, parts }: ShareStatement): Promise<TermsRow | undefined> {
  const ids = parts.map(({ agreementVersion }) => agreementVersion.id);
  const rows = await session.rows<TermsRow>(termsQuestion, [partnership, ids]);
  return ids
    .toReversed()
    .map((id) => rows.find((row) => row.id === id))
    .find((row) => row !== undefined);
}

/** What was asked for comes before what is stated; how long there is to pay stays as it is agreed. */
function termsOf(stated: TermsRow | undefined, profile: Profile | undefined): InstalmentTerms {
  const agreed = stated ? orRefuse(readInstalmentTerms(stated.instalments)) : equalParts('quarters-in-advance');
  return profile === undefined ? agreed : { ...agreed, falls: profile };
}

function agreedOf({ id, number, instalments: stated }: TermsRow, followed: boolean): AgreedTerms {
  const { clause, daysToPay, oddPennies } = orRefuse(readInstalmentTerms(stated));
  return { agreementVersion: id, number, clause: clause ?? null, daysToPay, oddPennies, followed };
}

interface Falling {
  readonly year: FinancialYear;
  readonly terms: InstalmentTerms;
  readonly billed: readonly BilledRow[];
}

function partOf(
  { partner, share }: Pick<PartnerInstalments, 'partner' | 'share'>,
  { year, terms, billed }: Falling,
): PartnerInstalments {
  const parts = instalments(toPence(share), year, terms).map(({ pence, ...part }) => {
    const row = billed.find((one) => one.partner === partner && one.due_on === part.dueOn);
    return {
      ...{ ...part, amount: toPounds(pence) },
      ...{ billed: toPounds(BigInt(row?.billed ?? 0)), proposed: toPounds(BigInt(row?.proposed ?? 0)) },
    };
  });
  return { partner, share, instalments: parts };
}
