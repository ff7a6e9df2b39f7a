import { Module } from '@nestjs/common';
import { FootingController } from './footing.controller.js';

@Module({ controllers: [FootingController] })
export class FootingModule {}
