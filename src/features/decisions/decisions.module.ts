import { Module } from '@nestjs/common';
import { AddDecision } from './add-decision.js';
import { DecisionReader } from './decision.reader.js';
import { DecisionStore } from './decision.store.js';
import { DecisionsController } from './decisions.controller.js';

@Module({
  controllers: [DecisionsController],
  providers: [DecisionStore, AddDecision, DecisionReader],
  exports: [AddDecision, DecisionReader],
})
export class DecisionsModule {}
