import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { Acting } from '../shared/acting.js';
import { DescribesChange, DoesInPartnership } from '../shared/api.js';
import { LedgerBillWithHistory, NewDefault, NewDispute, NewInvoice, NewResolution } from './dto/bill.js';
import { MarkBill } from './mark-bill.js';

type Place = Record<'partnership' | 'id', string>;
type Answer = Promise<LedgerBillWithHistory>;

/** Each can happen to a bill once from where it stands, so whoever sends it again is told that it has happened. */
@ApiTags('Ledger')
@Controller('api/v1/partnerships/:partnership/ledger/bills/:id')
export class MarkBillsController {
  constructor(private readonly marks: MarkBill) {}

  @Post('invoices')
  @HttpCode(200)
  @DoesInPartnership('ledger-bill-event.add')
  @DescribesChange(NewInvoice, LedgerBillWithHistory, 'Record that the host has invoiced a bill, under which reference')
  invoice(@Acting() context: Context, @Param() at: Place, @Body(new BodyPipe(NewInvoice)) given: NewInvoice): Answer {
    return this.marks.run(context, placeOf(at), 'invoiced', given);
  }

  @Post('disputes')
  @HttpCode(200)
  @DoesInPartnership('ledger-bill-event.add')
  @DescribesChange(NewDispute, LedgerBillWithHistory, 'Dispute a bill of one’s own, with the reason')
  dispute(@Acting() context: Context, @Param() at: Place, @Body(new BodyPipe(NewDispute)) given: NewDispute): Answer {
    return this.marks.run(context, placeOf(at), 'disputed', given);
  }

  @Post('resolutions')
  @HttpCode(200)
  @DoesInPartnership('ledger-bill-event.add')
  @DescribesChange(NewResolution, LedgerBillWithHistory, 'Record how a dispute was resolved, with the reason')
  resolve(
    @Acting() context: Context,
    @Param() at: Place,
    @Body(new BodyPipe(NewResolution)) given: NewResolution,
  ): Answer {
    return this.marks.run(context, placeOf(at), 'resolved', given);
  }

  @Post('defaults')
  @HttpCode(200)
  @DoesInPartnership('ledger-bill-event.add')
  @DescribesChange(
    NewDefault,
    LedgerBillWithHistory,
    'Record that a partner has defaulted on an overdue bill, as decided',
  )
  default(@Acting() context: Context, @Param() at: Place, @Body(new BodyPipe(NewDefault)) given: NewDefault): Answer {
    return this.marks.run(context, placeOf(at), 'defaulted', given);
  }
}

function placeOf({ partnership, id }: Place): readonly [string, string] {
  return [slugOrNotFound(partnership), uuidOrNotFound(id)];
}
