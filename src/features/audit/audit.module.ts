import { type DynamicModule, Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditEntryReader } from './audit-entry.reader.js';
import { CheckTrail } from './check-trail.js';
import { CHECKPOINT_KEY, openCheckpointKey } from './checkpoints/checkpoint-key.js';
import { CheckpointReader } from './checkpoints/checkpoint.reader.js';
import { CheckpointsController } from './checkpoints/checkpoints.controller.js';
import { CheckpointClockwork } from './checkpoints/clockwork.js';
import { CosignCheckpoint } from './checkpoints/cosign.js';
import { CosignersReader } from './checkpoints/cosigners.reader.js';
import { SignCheckpoint } from './checkpoints/sign-checkpoint.js';
import { EraseDetail } from './erase-detail.js';
import { EvidenceController } from './evidence/evidence.controller.js';
import { MakeBundle } from './evidence/make-bundle.js';
import { ExportTrail } from './export-trail.js';
import { AddAuditKey } from './keys/add-audit-key.js';
import { AuditKeyReader } from './keys/audit-key.reader.js';
import { AuditKeysController } from './keys/audit-keys.controller.js';
import { NoteReading } from '../shared/note-reading.js';
import { NoteAuditor } from './note-auditor.js';
import { NoteRefusal } from './note-refusal.js';
import { ReadTrail } from './read-trail.js';
import { SharedAuditController } from './shared-audit.controller.js';

const verbs = [
  ...[NoteReading, NoteRefusal, NoteAuditor, ReadTrail, ExportTrail, CheckTrail, EraseDetail, MakeBundle],
  ...[SignCheckpoint, CheckpointClockwork, CosignCheckpoint, AddAuditKey],
];
const readers = [AuditEntryReader, CheckpointReader, CosignersReader, AuditKeyReader];

@Module({})
export class AuditModule {
  /** With the key that signs checkpoints, kept in this file. */
  static with(keyFile: string): DynamicModule {
    return {
      module: AuditModule,
      global: true,
      controllers: [
        AuditController,
        SharedAuditController,
        EvidenceController,
        CheckpointsController,
        AuditKeysController,
      ],
      providers: [{ provide: CHECKPOINT_KEY, useFactory: () => openCheckpointKey(keyFile) }, ...verbs, ...readers],
      exports: [...verbs, ...readers],
    };
  }
}
