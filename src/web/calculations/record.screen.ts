import { Injectable } from '@nestjs/common';
import { londonDate } from '../../engine/calendar/london.js';
import { AgreementVersionReader } from '../../features/agreements/agreement-version.reader.js';
import { AgreementReader } from '../../features/agreements/agreement.reader.js';
import { CalculationReader } from '../../features/calculations/calculation.reader.js';
import { PartnershipReader } from '../../features/partnerships/partnership.reader.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Context } from '../../platform/database/context.js';
import type { Stored } from './record-choices.js';

/** Of each kind the latest: who needs an older one names it through the API. */
const latest = { limit: '200' };

/** Asks what the form of a calculation chooses from. */
@Injectable()
export class RecordCalculationScreen {
  constructor(
    private readonly clock: Clock,
    private readonly partnerships: PartnershipReader,
    private readonly agreements: AgreementReader,
    private readonly versions: AgreementVersionReader,
    private readonly calculations: CalculationReader,
  ) {}

  place(context: Context, id: string) {
    return this.partnerships.findByName(context, id);
  }

  async stored(context: Context, id: string): Promise<Stored> {
    return {
      today: londonDate(this.clock.now()),
      agreements: (await this.agreements.list(context, id, latest)).items,
      versions: (await this.versions.list(context, id, { ...latest, sort: '-from' })).items,
      calculations: (await this.calculations.list(context, id, { ...latest, sort: '-recordedAt' })).items,
    };
  }
}
