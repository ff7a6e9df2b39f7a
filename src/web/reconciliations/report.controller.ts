import { Body, Controller, Get, Param, Post, Render, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Does } from '../../features/access/does.js';
import { NewHostMatch, NewUndoing } from '../../features/reconciliations/dto/host-match.js';
import { SayByHand } from '../../features/reconciliations/say-by-hand.js';
import { UndoByHand } from '../../features/reconciliations/undo-by-hand.js';
import { Acting } from '../../features/shared/acting.js';
import type { Context } from '../../platform/database/context.js';
import { BodyPipe } from '../../platform/http/body.pipe.js';
import { isUuid, slugOrNotFound, uuidOrNotFound } from '../../platform/http/names.js';
import { field } from '../../platform/http/pages/forms.js';
import { filled } from '../shared/filled.js';
import { blank, type Typed } from '../shared/inputs.js';
import { putRight } from '../shared/put-right.js';
import { ReconciliationsScreen } from './reconciliations.screen.js';
import { reportPage, type ReportTyped } from './report.view-model.js';
import { tickedIn } from './typed.js';

const newMatch = new BodyPipe(NewHostMatch);
const newUndoing = new BodyPipe(NewUndoing);

type Place = Record<'partnership' | 'id', string>;

/** What taking something apart says of where it comes from: there is no document but the page itself. */
const onThePage = 'Said on the page of the reconciliation';

const togetherSays = {
  lines: 'Tick what belongs together, or what you can explain',
  'lines already-recorded': 'Something was said of one of these already. Look again at what is left',
  entries: 'Tick entries that are still on this account',
  reason: 'Enter why',
  source: 'Enter what shows it',
};
const undoSays = {
  lines: 'Choose what does not belong together',
  id: 'That was undone already',
  undoReason: 'Enter why they do not belong together',
};

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/reconciliations/:id')
export class ReportPageController {
  constructor(
    private readonly screen: ReconciliationsScreen,
    private readonly says: SayByHand,
    private readonly undoes: UndoByHand,
  ) {}

  @Get()
  @Does('reconciliation.read')
  @Render('reconciliations/report.njk')
  show(@Acting() context: Context, @Param() place: Place): Promise<object> {
    return this.page(context, this.at(place), { together: blank, undo: blank });
  }

  @Post('together')
  @Does('reconciliation.add')
  async together(
    @Acting() context: Context,
    @Param() place: Place,
    @Body() form: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const at = this.at(place);
    await this.attempt(context, at, reply, togetherSays, {
      work: async () => {
        const given = { ...tickedIn(form, 'lines'), ...filled(form, ['reason', 'source']) };
        const body = await newMatch.transform({ ...given, reconciliation: at.id, kind: 'together' });
        await this.says.run(context, at.partnership, body);
      },
      typed: (errors) => ({ together: { values: filled(form, ['reason', 'source']), errors }, undo: blank }),
    });
  }

  @Post('undo')
  @Does('reconciliation.add')
  async undo(
    @Acting() context: Context,
    @Param() place: Place,
    @Body() form: unknown,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const at = this.at(place);
    const { undoReason: reason } = filled(form, ['undoReason']);
    await this.attempt(context, at, reply, undoSays, {
      work: () => this.takeApart(context, at, field(form, 'group'), reason),
      typed: (errors) => ({ together: blank, undo: { values: filled(form, ['undoReason']), errors } }),
    });
  }

  /** What was said by hand is undone; what a rule brought together is kept apart from now on. */
  private async takeApart(context: Context, { partnership, id }: Place, group: string, reason: string | undefined) {
    const said = { ...(reason === undefined ? {} : { reason }), source: onThePage };
    if (isUuid(group)) {
      await this.undoes.run(context, partnership, group, await newUndoing.transform(said));
      return;
    }
    const body = { ...tickedIn({ group }, 'group'), ...said, reconciliation: id, kind: 'apart' };
    await this.says.run(context, partnership, await newMatch.transform(body));
  }

  /** Does it and shows the report again; or shows it as it stands, with what has to be put right. */
  private async attempt(
    context: Context,
    at: Place,
    reply: FastifyReply,
    says: Readonly<Record<string, string>>,
    of: { readonly work: () => Promise<void>; readonly typed: (errors: Typed['errors']) => ReportTyped },
  ): Promise<void> {
    try {
      await of.work();
      void reply.redirect(`/partnerships/${at.partnership}/ledger/reconciliations/${at.id}`, 303);
    } catch (thrown) {
      const { status, errors } = putRight(thrown, says);
      const named = errors.map(({ text, href }) => ({
        text,
        href: href === '#reason' && says === undoSays ? '#undoReason' : (href ?? '#reason'),
      }));
      void reply.status(status).view('reconciliations/report.njk', await this.page(context, at, of.typed(named)));
    }
  }

  private async page(context: Context, { partnership, id }: Place, typed: ReportTyped): Promise<object> {
    const place = await this.screen.place(context, partnership);
    return reportPage(place, await this.screen.report(context, partnership, id), typed);
  }

  private at({ partnership, id }: Place): Place {
    return { partnership: slugOrNotFound(partnership), id: uuidOrNotFound(id) };
  }
}
