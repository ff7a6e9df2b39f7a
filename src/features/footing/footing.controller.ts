import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FootingAnswer } from '../../engine/footing/answer.js';
import { answerFooting } from '../../engine/footing/check-footing.js';
import { DescribesRefusals } from '../shared/api.js';
import { orRefuse } from '../shared/or-refuse.js';
import { exampleTable } from './example-table.js';
import { footingAnswerSchema, footingDocumentSchema } from './footing.schema.js';
import { Does } from '../access/does.js';

@ApiTags('Calculations')
@Controller('api/v1/calculations')
export class FootingController {
  /** The engine alone: nothing is asked of the database and nothing is stored. */
  @Post('footing')
  @Does('calculation.run')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Check whether a printed table adds up',
    description:
      'Nothing is stored. Every figure stands for whatever is printed so; what cannot be, and the fewest cells that explain it, are named. `holds: false` is a proof; `holds: true` says that nothing wrong was found.',
  })
  @ApiBody({ schema: { ...footingDocumentSchema, example: exampleTable } })
  @ApiOkResponse({ schema: footingAnswerSchema })
  @DescribesRefusals()
  footing(@Body() document: unknown): FootingAnswer {
    return orRefuse(answerFooting(document));
  }
}
