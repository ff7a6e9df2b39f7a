import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { answerShares } from '../../engine/shares/calculate-shares.js';
import type { SharesAnswer } from '../../engine/shares/answer.js';
import { DescribesRefusals } from '../shared/api.js';
import { exampleSchedule } from '../shared/example-schedule.js';
import { orRefuse } from '../shared/or-refuse.js';
import { sharesAnswerSchema, sharesDocumentSchema } from './shares.schema.js';
import { Does } from '../access/does.js';

@ApiTags('Calculations')
@Controller('api/v1/calculations')
export class CalculationsController {
  /** The engine alone: nothing is asked of the database and nothing is stored. */
  @Post('shares')
  @Does('calculation.run')
  @HttpCode(200)
  @ApiOperation({
    summary: "Calculate every partner's share",
    description: 'Nothing is stored. The same document always gets the same answer and the same digest.',
  })
  @ApiBody({ schema: { ...sharesDocumentSchema, example: exampleSchedule('2020-21') } })
  @ApiOkResponse({ schema: sharesAnswerSchema })
  @DescribesRefusals()
  shares(@Body() document: unknown): SharesAnswer {
    return orRefuse(answerShares(document));
  }
}
