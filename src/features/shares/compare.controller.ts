import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CompareAnswer } from '../../engine/compare/answer.js';
import { answerCompare } from '../../engine/compare/calculate-compare.js';
import { Does } from '../access/does.js';
import { DescribesRefusals } from '../shared/api.js';
import { orRefuse } from '../shared/or-refuse.js';
import { exampleComparison } from './compare.example.js';
import { compareAnswerSchema, compareDocumentSchema } from './compare.schema.js';

@ApiTags('Calculations')
@Controller('api/v1/calculations')
export class CompareController {
  /** The engine alone: nothing is asked of the database and nothing is stored. */
  @Does('calculation.run')
  @Post('compare')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Lay bases, vintages or versions side by side',
    description:
      'Two to ten shares documents, calculated and laid side by side: what each partner bears in each, to the penny and exactly, and ' +
      'how far that is from the named one. Nothing is stored. The same document always gets the same answer and the same digest.',
  })
  @ApiBody({ schema: { ...compareDocumentSchema, example: exampleComparison } })
  @ApiOkResponse({ schema: compareAnswerSchema })
  @DescribesRefusals()
  compare(@Body() document: unknown): CompareAnswer {
    return orRefuse(answerCompare(document));
  }
}
