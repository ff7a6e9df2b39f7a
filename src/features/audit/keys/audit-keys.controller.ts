import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RecordRoutes } from '../../shared/record-routes.js';
import { AddAuditKey } from './add-audit-key.js';
import { AuditKeyReader, auditKeyListing } from './audit-key.reader.js';
import { AuditKey, NewAuditKey } from './dto/audit-key.js';

@ApiTags('Audit')
@Controller('api/v1/partnerships/:partnership/audit/keys')
export class AuditKeysController extends RecordRoutes({
  record: 'audit-key',
  add: NewAuditKey,
  view: AuditKey,
  listing: auditKeyListing,
  one: 'a public key of a partner',
  many: 'the public keys with which partners cosign checkpoints',
}) {
  constructor(
    protected readonly reader: AuditKeyReader,
    protected readonly adds: AddAuditKey,
  ) {
    super();
  }
}
