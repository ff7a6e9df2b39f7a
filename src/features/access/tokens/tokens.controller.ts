import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiConflictResponse, ApiUnprocessableEntityResponse, getSchemaPath } from '@nestjs/swagger';
import type { Context } from '../../../platform/database/context.js';
import { BodyPipe } from '../../../platform/http/body.pipe.js';
import { uuidOrNotFound } from '../../../platform/http/names.js';
import { Acting } from '../../shared/acting.js';
import { DescribesChange } from '../../shared/api.js';
import { problemResponse } from '../../shared/problem-response.js';
import { Does } from '../does.js';
import { MadeToken, NewToken, Token, TokenEnding } from './dto/token.js';
import { EndToken } from './end-token.js';
import { InPerson } from './in-person.js';
import { MakeToken } from './make-token.js';
import { TokenReader } from './token.reader.js';

const items = { type: 'array', items: { $ref: getSchemaPath(Token) } };

@ApiTags('Tokens')
@ApiExtraModels(Token, MadeToken)
@Controller('api/v1/account/tokens')
export class TokensController {
  constructor(
    private readonly inPerson: InPerson,
    private readonly tokens: TokenReader,
    private readonly makes: MakeToken,
    private readonly ends: EndToken,
  ) {}

  @Get()
  @Does('token.use')
  @ApiOperation({ summary: 'List your tokens', description: 'Those that have neither been ended nor run out.' })
  @ApiOkResponse({ schema: { type: 'object', required: ['items'], properties: { items } } })
  async list(@Acting() { ticket }: Context): Promise<{ items: readonly Token[] }> {
    const { person } = await this.inPerson.who(ticket);
    return { items: await this.tokens.list(person) };
  }

  @Post()
  @Does('token.use')
  @ApiOperation({
    summary: 'Make a token for a program',
    description:
      'It acts in the capacity that you act in now, does no more than you name, and makes no tokens. Its secret is shown ' +
      'this once; where the answer is lost, end the token and make another.',
  })
  @ApiBody({ type: NewToken })
  @ApiCreatedResponse({ type: MadeToken })
  @ApiConflictResponse(problemResponse('You have as many as anybody may'))
  @ApiUnprocessableEntityResponse(problemResponse('Something in the body is to be put right; each fault is named'))
  make(@Acting() context: Context, @Body(new BodyPipe(NewToken)) given: NewToken): Promise<MadeToken> {
    return this.makes.run(context, given);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Does('token.use')
  @DescribesChange(TokenEnding, Token, 'End a token: from the next request on it is worth nothing')
  end(
    @Acting() context: Context,
    @Param('id') id: string,
    @Body(new BodyPipe(TokenEnding)) given: TokenEnding,
  ): Promise<Token> {
    return this.ends.run(context, uuidOrNotFound(id), given);
  }
}
