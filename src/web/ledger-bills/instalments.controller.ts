import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type FinancialYear, readFinancialYear } from '../../engine/calendar/financial-year.js';
import { Does } from '../../features/access/does.js';
import { NewInstalmentProposal } from '../../features/ledger/dto/instalments.js';
import { InstalmentsReader } from '../../features/ledger/instalments.reader.js';
import { ProposeInstalment } from '../../features/ledger/propose-instalment.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { slugOrNotFound } from '../../platform/http/names.js';
import { field } from '../../platform/http/pages/forms.js';
import { notFound } from '../../platform/http/problem.js';
import { LedgerScreen } from '../ledger/ledger.screen.js';
import { filled } from '../shared/filled.js';
import type { Link } from '../shared/page.js';
import { putRight } from '../shared/put-right.js';
import { ownCouncil } from '../visitor/own-council.js';
import { instalmentsPage } from './instalments.view-model.js';

const proposal = new BodyPipe(NewInstalmentProposal);

/** What to say of what was wrong with a proposal: it has no fields to type in. */
const says = {
  'number already-recorded': 'All of that instalment is billed or waits for approval',
  'statementDigest changed-since': 'The share statement has changed since. Read the instalments as they stand now',
  number: 'Choose an instalment',
};

type Of = Record<'partnership' | 'year', string>;

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/instalments/:year')
export class InstalmentsPageController {
  constructor(
    private readonly ledger: LedgerScreen,
    private readonly schedules: InstalmentsReader,
    private readonly proposes: ProposeInstalment,
  ) {}

  @Get()
  @Does('share-statement.read')
  async show(
    @Acting() context: Context,
    @Param() at: Of,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.draw(context, placeOf(at), request, reply);
  }

  /** Proposes one instalment, for every partner or for the one council that whoever sends it may propose for. */
  @Post()
  @Does('ledger-draft.add')
  async propose(
    @Acting() context: Context,
    @Param() at: Of,
    @Body() form: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const place = placeOf(at);
    try {
      const typed = filled(form, ['statementDigest', 'authority']);
      const source = `The share statement of ${place[1]}, ${typed['statementDigest'] ?? ''}`;
      const given = await proposal.transform({ ...typed, number: Number(field(form, 'number')), source });
      await this.proposes.run(context, place, given);
      void reply.redirect(`/partnerships/${place[0]}/ledger/drafts`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, says);
      const told = errors.map(({ text }) => ({ text, href: '#instalments' }));
      await this.draw(context, place, request, reply.status(status), told);
    }
  }

  private async draw(
    context: Context,
    [partnership, year]: readonly [string, FinancialYear],
    request: FastifyRequest,
    reply: FastifyReply,
    errors: readonly Link[] = [],
  ): Promise<void> {
    const place = await this.ledger.place(context, partnership);
    const schedule = await this.schedules.read(context, partnership, { year, asAt: undefined, profile: undefined });
    const own = ownCouncil(request.visitor, 'ledger-draft.add');
    void reply.view('ledger-bills/instalments.njk', instalmentsPage(place, schedule, own, errors));
  }
}

function placeOf({ partnership, year }: Of): readonly [string, FinancialYear] {
  const financialYear = readFinancialYear(year);
  if (!financialYear) throw notFound();
  return [slugOrNotFound(partnership), financialYear];
}
