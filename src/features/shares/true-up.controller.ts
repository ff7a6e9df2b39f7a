import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { TrueUpAnswer } from '../../engine/true-up/answer.js';
import { answerTrueUp } from '../../engine/true-up/calculate-true-up.js';
import { Does } from '../access/does.js';
import { DescribesRefusals } from '../shared/api.js';
import { orRefuse } from '../shared/or-refuse.js';
import { exampleTrueUp } from './true-up.example.js';
import { trueUpAnswerSchema, trueUpDocumentSchema } from './true-up.schema.js';

@ApiTags('Calculations')
@Controller('api/v1/calculations')
export class TrueUpController {
  /** The engine alone: nothing is asked of the database and nothing is stored. */
  @Does('calculation.run')
  @Post('true-up')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Calculate a true-up: later data less what was recorded, and why',
    description:
      'Two shares documents of the same days, the recorded one and the later one. The difference per partner and pot is put down ' +
      'to data, spend, rule and membership, by replacing one after the other in that order and calculating everything again ' +
      'each time, so that the parts add up exactly. Causes that cannot be replaced apart are named together, with the reason. ' +
      'Nothing is stored. The same document always gets the same answer and the same digest.',
  })
  @ApiBody({ schema: { ...trueUpDocumentSchema, example: exampleTrueUp } })
  @ApiOkResponse({ schema: trueUpAnswerSchema })
  @DescribesRefusals()
  trueUp(@Body() document: unknown): TrueUpAnswer {
    return orRefuse(answerTrueUp(document));
  }
}
