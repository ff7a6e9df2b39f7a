import { Injectable } from '@nestjs/common';
import { londonDate } from '../../engine/calendar/london.js';
import { AgreementVersionReader } from '../../features/agreements/agreement-version.reader.js';
import { AgreementReader } from '../../features/agreements/agreement.reader.js';
import { CalculationReader } from '../../features/calculations/calculation.reader.js';
import { PartnershipReader } from '../../features/partnerships/partnership.reader.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Context } from '../../platform/database/context.js';
import { choicesOf, type NamedChoices, type Stored } from './record-choices.js';
import type { FormKind } from './record-kinds.js';

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

  /** What a comparison calls what it compares; no other kind names anything. */
  async names(context: Context, id: string, kind: FormKind): Promise<NamedChoices> {
    if (kind !== 'compare') return new Map();
    return new Map(choicesOf(kind, await this.stored(context, id)).map(({ value, text }) => [value, text]));
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
