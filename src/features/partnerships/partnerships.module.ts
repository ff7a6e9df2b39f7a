import { Module } from '@nestjs/common';
import { AddParticipation } from './add-participation.js';
import { AddPartnership } from './add-partnership.js';
import { ParticipationReader } from './participation.reader.js';
import { ParticipationsController } from './participations.controller.js';
import { PartnershipReader } from './partnership.reader.js';
import { PartnershipStore } from './partnership.store.js';
import { PartnershipsController } from './partnerships.controller.js';

const verbs = [AddPartnership, AddParticipation];
const readers = [PartnershipReader, ParticipationReader];

@Module({
  controllers: [PartnershipsController, ParticipationsController],
  providers: [PartnershipStore, ...verbs, ...readers],
  exports: [...verbs, ...readers],
})
export class PartnershipsModule {}
