import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context.js';
import { BodyPipe } from '../../../platform/http/body.pipe.js';
import { slugOrNotFound } from '../../../platform/http/names.js';
import { notFound } from '../../../platform/http/problem.js';
import { Acting } from '../../shared/acting.js';
import { DescribesChange, DescribesList, DescribesOne, DoesInPartnership } from '../../shared/api.js';
import type { Listed } from '../../shared/record-kind.js';
import { Checkpoint, Cosigners, NewCheckpoint, NewCosignature } from '../dto/checkpoint.js';
import { CheckpointReader, checkpointListing } from './checkpoint.reader.js';
import { CosignCheckpoint } from './cosign.js';
import { CosignersReader } from './cosigners.reader.js';
import { SignCheckpoint } from './sign-checkpoint.js';

@ApiTags('Audit')
@Controller('api/v1/partnerships/:partnership/audit')
export class CheckpointsController {
  constructor(
    private readonly checkpoints: CheckpointReader,
    private readonly signing: SignCheckpoint,
    private readonly cosigning: CosignCheckpoint,
    private readonly cosigned: CosignersReader,
  ) {}

  @Get('checkpoints')
  @DoesInPartnership('audit.checkpoint')
  @DescribesList(Checkpoint, checkpointListing, 'List the signed checkpoints of the trail')
  list(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Query() query: Record<string, unknown>,
  ): Promise<Listed<Checkpoint>> {
    return this.checkpoints.list(context, slugOrNotFound(partnership), query);
  }

  @Post('checkpoints')
  @HttpCode(200)
  @DoesInPartnership('audit.sign')
  @DescribesChange(NewCheckpoint, Checkpoint, 'Have a checkpoint signed now rather than within a minute')
  sign(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Body(new BodyPipe(NewCheckpoint)) { covers }: NewCheckpoint,
  ): Promise<Checkpoint> {
    return this.signing.run(context, slugOrNotFound(partnership), covers);
  }

  @Get('checkpoints/latest')
  @DoesInPartnership('audit.checkpoint')
  @DescribesOne(Checkpoint, 'Read the newest checkpoint')
  latest(@Acting() context: Context, @Param('partnership') partnership: string): Promise<Checkpoint> {
    return this.checkpoints.latest(context, slugOrNotFound(partnership));
  }

  @Post('checkpoints/:size/cosignatures')
  @DoesInPartnership('audit.cosign')
  @ApiParam({ name: 'size', description: 'Size of the checkpoint', schema: { type: 'string' } })
  @HttpCode(200)
  @DescribesChange(NewCosignature, Checkpoint, 'Say that an authority has seen a checkpoint')
  cosign(
    @Acting() context: Context,
    @Param('partnership') partnership: string,
    @Param('size') size: string,
    @Body(new BodyPipe(NewCosignature)) given: NewCosignature,
  ): Promise<Checkpoint> {
    if (!/^[1-9]\d{0,14}$/.test(size)) throw notFound();
    return this.cosigning.run(context, slugOrNotFound(partnership), size, given);
  }

  @Get('cosigners')
  @DoesInPartnership('audit.checkpoint')
  @DescribesOne(Cosigners, 'Which partners keep watch, and which have not for 48 hours')
  cosigners(@Acting() context: Context, @Param('partnership') partnership: string): Promise<Cosigners> {
    return this.cosigned.list(context, slugOrNotFound(partnership));
  }
}
