import { Injectable } from '@nestjs/common';
import { type FinancialYear } from '../../engine/calendar/financial-year.js';
import { type LocalDate } from '../../engine/calendar/local-date.js';
import { instalments } from '../../engine/ledger/instalments/instalments.js';
import { type Profile } from '../../engine/ledger/instalments/profile.js';
import type { Context } from '../../platform/database/context.js';
import { ShareStatementReader } from '../shares/share-statement.reader.js';
import { toPence, toPounds } from '../shared/money.js';
import type { InstalmentSchedule } from './dto/instalments.js';

interface Asked {
  readonly year: FinancialYear;
  readonly asAt: LocalDate | undefined;
  readonly profile: Profile;
}

@Injectable()
export class InstalmentsReader {
  constructor(private readonly statements: ShareStatementReader) {}

  /** How each partner's share of a year falls due, by the share statement in force. Parts that do not make the whole are a fault of ours. */
  async read(context: Context, partnership: string, { year, asAt, profile }: Asked): Promise<InstalmentSchedule> {
    const statement = await this.statements.read(context, partnership, year, asAt);
    const partners = statement.partners.map(({ partner, share }) => ({
      partner,
      share,
      instalments: instalments(toPence(share), year, profile).map(({ number, dueOn, pence }) => ({
        ...{ number, dueOn, amount: toPounds(pence) },
      })),
    }));
    const total = partners.flatMap((one) => one.instalments).reduce((sum, { amount }) => sum + toPence(amount), 0n);
    if (toPounds(total) !== statement.totals.share) throw new Error('The instalments do not come to the shares.');
    const { illustrative, digest: statementDigest } = statement;
    return {
      partnership,
      year,
      asAt: statement.asAt,
      profile,
      illustrative,
      statementDigest,
      partners,
      total: toPounds(total),
    };
  }
}
