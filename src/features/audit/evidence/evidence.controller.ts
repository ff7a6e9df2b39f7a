import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Controller, Get, Header, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { projectRoot } from '../../../platform/config/root.js';
import type { Context } from '../../../platform/database/context.js';
import { slugOrNotFound } from '../../../platform/http/names.js';
import { Does } from '../../access/does.js';
import { Acting } from '../../shared/acting.js';
import { DescribesFile, DescribesOne, DoesInPartnership } from '../../shared/api.js';
import { CHECKPOINT_KEY, type CheckpointKey } from '../checkpoints/checkpoint-key.js';
import { ConsistencyProof, EvidenceBundle } from './evidence.js';
import { MakeBundle } from './make-bundle.js';
import { readRange, TakesRange } from './range.js';

const verifier = readFileSync(path.join(projectRoot, 'src/features/audit/verifier/verify-evidence.mjs'), 'utf8');

@ApiTags('Audit')
@Controller('api/v1')
export class EvidenceController {
  constructor(
    private readonly bundles: MakeBundle,
    @Inject(CHECKPOINT_KEY) private readonly key: CheckpointKey,
  ) {}

  @Get('partnerships/:partnership/audit/bundle')
  @DoesInPartnership('audit.export')
  @TakesRange()
  @DescribesOne(
    EvidenceBundle,
    'Everything that vouches for the trail, to verify offline',
    'Save it, get the verifier and the public keys, and run: node verify-evidence.mjs bundle.json --key checkpoint-key.pem',
  )
  async bundle(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EvidenceBundle> {
    const range = readRange(query);
    const bundle = await this.bundles.run(context, slugOrNotFound(partnership), range);
    // Only now: a refusal is no download, and is the same for every partnership that is not there.
    void reply.header('content-disposition', `attachment; filename="${partnership}-evidence-${range.from}.json"`);
    return bundle;
  }

  @Get('partnerships/:partnership/audit/consistency')
  @DoesInPartnership('audit.read')
  @TakesRange()
  @DescribesOne(
    ConsistencyProof,
    'What proves that a later checkpoint goes on from an earlier one',
    'Ask from the position after the earlier one to the later one: the first leaf repeats the earlier root, each leaf the SHA-256 of the one before it, and that of the last is the later root.',
  )
  consistency(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Query() query: Record<string, unknown>,
  ): Promise<ConsistencyProof> {
    return this.bundles.consistency(context, slugOrNotFound(partnership), readRange(query));
  }

  @Get('audit/verifier')
  @Does('audit.verify')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="verify-evidence.mjs"')
  @DescribesFile('text/javascript', 'The verifier: one file that needs Node and nothing else')
  verifier(): string {
    return verifier;
  }

  @Get('audit/checkpoint-key')
  @Does('audit.verify')
  @Header('content-type', 'application/x-pem-file')
  @Header('content-disposition', 'attachment; filename="checkpoint-key.pem"')
  @DescribesFile(
    'application/x-pem-file',
    'The public key of checkpoints',
    'Compare it with one that you got another way: what signs can also lie.',
  )
  publicKey(): string {
    return this.key.pem;
  }
}
