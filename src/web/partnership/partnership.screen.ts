import { Injectable } from '@nestjs/common';
import { londonDate } from '../../engine/calendar/london.js';
import { AgreementVersionReader } from '../../features/agreements/agreement-version.reader.js';
import { AgreementReader } from '../../features/agreements/agreement.reader.js';
import { DecisionReader } from '../../features/decisions/decision.reader.js';
import { FlagReader } from '../../features/flags/flag.reader.js';
import { CertaintyChangeReader } from '../../features/funding/certainty-change.reader.js';
import { FundingAmountReader } from '../../features/funding/funding-amount.reader.js';
import { FundingSourceReader } from '../../features/funding/funding-source.reader.js';
import { ParticipationReader } from '../../features/partnerships/participation.reader.js';
import { PartnershipReader } from '../../features/partnerships/partnership.reader.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Context } from '../../platform/database/context.js';
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
  ) {}

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
    };
  }
}
