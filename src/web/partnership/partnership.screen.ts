import { Injectable } from '@nestjs/common';
import { financialYearOf } from '../../engine/calendar/financial-year.js';
import { londonDate } from '../../engine/calendar/london.js';
import { AgreementVersionReader } from '../../features/agreements/agreement-version.reader.js';
import { AgreementReader } from '../../features/agreements/agreement.reader.js';
import { DecisionReader } from '../../features/decisions/decision.reader.js';
import { FlagReader } from '../../features/flags/flag.reader.js';
import { CertaintyChangeReader } from '../../features/funding/certainty-change.reader.js';
import { FundingAmountReader } from '../../features/funding/funding-amount.reader.js';
import { FundingSourceReader } from '../../features/funding/funding-source.reader.js';
import type { InstalmentSchedule } from '../../features/ledger/dto/instalments.js';
import { InstalmentsReader } from '../../features/ledger/instalments.reader.js';
import { ParticipationReader } from '../../features/partnerships/participation.reader.js';
import { PartnershipReader } from '../../features/partnerships/partnership.reader.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Context } from '../../platform/database/context.js';
import { Refused } from '../../platform/http/problem.js';
import type { PartnershipRecords } from './partnership.view-model.js';

/** The most of one kind that the page shows. Of what is dated, the latest. */
const most = { limit: '200' };

/** Asks every reader whose records stand on the page of one partnership. */
@Injectable()
export class PartnershipScreen {
  constructor(
    private readonly clock: Clock,
    private readonly partnerships: PartnershipReader,
    private readonly participations: ParticipationReader,
    private readonly agreements: AgreementReader,
    private readonly versions: AgreementVersionReader,
    private readonly decisions: DecisionReader,
    private readonly sources: FundingSourceReader,
    private readonly amounts: FundingAmountReader,
    private readonly certainties: CertaintyChangeReader,
    private readonly flags: FlagReader,
    private readonly instalments: InstalmentsReader,
  ) {}

  /** How the shares of the year that it is fall due; none where nothing with a schedule is in force, or to be seen. */
  private async schedule(context: Context, id: string): Promise<InstalmentSchedule | undefined> {
    const year = financialYearOf(londonDate(this.clock.now()));
    try {
      return await this.instalments.read(context, id, { year, asAt: undefined, profile: undefined });
    } catch (refused) {
      if (refused instanceof Refused && refused.kind === 'not-found') return undefined;
      throw refused;
    }
  }

  /** One question after another: a page that asked them at once would take the whole pool for itself. */
  async ask(context: Context, id: string): Promise<PartnershipRecords> {
    const newest = (by: string) => ({ ...most, sort: `-${by}` });
    return {
      today: londonDate(this.clock.now()),
      partnership: await this.partnerships.findByName(context, id),
      participations: (await this.participations.list(context, id, most)).items,
      agreements: (await this.agreements.list(context, id, newest('from'))).items,
      versions: (await this.versions.list(context, id, newest('from'))).items,
      decisions: (await this.decisions.list(context, id, newest('takenOn'))).items,
      sources: (await this.sources.list(context, id, most)).items,
      amounts: (await this.amounts.list(context, id, newest('announcedOn'))).items,
      certainties: (await this.certainties.list(context, id, newest('happenedOn'))).items,
      flags: (await this.flags.list(context, id)).items,
      schedule: await this.schedule(context, id),
    };
  }
}
