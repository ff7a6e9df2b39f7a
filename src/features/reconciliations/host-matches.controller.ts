import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesChange, DoesInPartnership } from '../shared/api.js';
import { RecordRoutes } from '../shared/record-routes.js';
import { HostMatch, NewHostMatch, NewUndoing } from './dto/host-match.js';
import { HostMatchReader, hostMatchListing } from './host-match.reader.js';
import { SayByHand } from './say-by-hand.js';
import { UndoByHand } from './undo-by-hand.js';

@ApiTags('Host’s ledger')
@Controller('api/v1/partnerships/:partnership/ledger/host-matches')
export class HostMatchesController extends RecordRoutes({
  record: { read: 'reconciliation.read', add: 'reconciliation.add' },
  add: NewHostMatch,
  view: HostMatch,
  listing: hostMatchListing,
  one: 'what a person says of lines of a reconciliation',
  many: 'what people say of lines of reconciliations',
  says: 'Together: they belong to each other, or one side alone is what it is, for the reason given. Apart: no rule may bring them together. No line is in two that stand.',
}) {
  constructor(
    protected readonly reader: HostMatchReader,
    protected readonly adds: SayByHand,
    private readonly undoes: UndoByHand,
  ) {
    super();
  }

  @Post(':id/undoing')
  @HttpCode(200)
  @DoesInPartnership('reconciliation.add')
  @DescribesChange(NewUndoing, HostMatch, 'Say that it no longer stands', 'It stays on record.')
  undo(
    @Acting() context: Context,
    @Param() { partnership, id }: Record<'partnership' | 'id', string>,
    @Body(new BodyPipe(NewUndoing)) given: NewUndoing,
  ): Promise<HostMatch> {
    return this.undoes.run(context, slugOrNotFound(partnership), uuidOrNotFound(id), given);
  }
}
