import { Injectable } from '@nestjs/common';
import { londonDate } from '../../engine/calendar/london.js';
import { ParticipationReader } from '../../features/partnerships/participation.reader.js';
import { PartnershipReader } from '../../features/partnerships/partnership.reader.js';
import { GrantReader } from '../../features/people/grant.reader.js';
import { PersonReader } from '../../features/people/person.reader.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Context } from '../../platform/database/context.js';
import { every } from '../shared/every.js';
import type { Roles } from './roles.view-model.js';

const most = { limit: '200' };

/** Asks what the pages of a partnership's people rest on. */
@Injectable()
export class RolesScreen {
  constructor(
    private readonly clock: Clock,
    private readonly partnerships: PartnershipReader,
    private readonly participations: ParticipationReader,
    private readonly grants: GrantReader,
    private readonly people: PersonReader,
  ) {}

  async roles(context: Context, id: string): Promise<Roles> {
    const partnership = await this.partnerships.findByName(context, id);
    const { items } = await this.participations.list(context, id, { ...most, sort: 'authorityName' });
    const councils = new Map(items.map(({ authority, authorityName }) => [authority, authorityName]));
    return {
      partnership,
      councils: [...councils].map(([council, name]) => ({ id: council, name })),
      today: londonDate(this.clock.now()),
    };
  }

  async all(context: Context, id: string) {
    return (await this.grants.list(context, id, { ...most, sort: 'personName' })).items;
  }

  one(context: Context, id: string, grant: string) {
    return this.grants.find(context, id, grant);
  }

  everybody(context: Context) {
    return every((query) => this.people.listAll(context, query));
  }
}
