import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { VarianceAnswer } from '../../engine/variance/answer.js';
import { answerVariance } from '../../engine/variance/calculate-variance.js';
import { DescribesRefusals } from '../shared/api.js';
import { orRefuse } from '../shared/or-refuse.js';
import { varianceAnswerSchema } from './variance-answer.schema.js';
import { exampleVariance } from './variance.example.js';
import { varianceDocumentSchema } from './variance.schema.js';
import { Does } from '../access/does.js';

@ApiTags('Calculations')
@Controller('api/v1/calculations')
export class VarianceController {
  /** The engine alone: nothing is asked of the database and nothing is stored. */
  @Post('variance')
  @Does('calculation.run')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Calculate who bears an overspend, or gets an underspend',
    description:
      'The variance goes down the ladder of its kind, step by step, each on what the ones before left. What is left at the ' +
      'end, or reaches `refer`, is undetermined: never shared by default, never dropped. Nothing is stored. The same document ' +
      'always gets the same answer and the same digest.',
  })
  @ApiBody({ schema: { ...varianceDocumentSchema, example: exampleVariance } })
  @ApiOkResponse({ schema: varianceAnswerSchema })
  @DescribesRefusals()
  variance(@Body() document: unknown): VarianceAnswer {
    return orRefuse(answerVariance(document));
  }
}
