import { Controller } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DecideDraft } from '../../features/ledger/decide-draft.js';
import { NewDraftApproval, NewDraftRejection } from '../../features/ledger/dto/draft.js';
import type { Context } from '../../platform/database/context.js';
import { type Decided, DecidePages } from '../shared/decide-pages.js';
import type { Typed } from '../shared/inputs.js';
import type { Visitor } from '../visitor/visitor.js';
import { decideSays, draftPage, lookerOf } from './draft.view-model.js';
import { DraftsScreen } from './drafts.screen.js';

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/drafts/:id')
export class DecideDraftPageController extends DecidePages({
  ...{ action: 'ledger-draft.decide', approval: NewDraftApproval, rejection: NewDraftRejection },
  ...{ onThePage: 'Said on the page of what was proposed', says: decideSays, view: 'ledger-drafts/draft.njk' },
  then: ({ partnership, id }) => `/partnerships/${partnership}/ledger/drafts/${id}`,
}) {
  constructor(
    private readonly screen: DraftsScreen,
    private readonly decides: DecideDraft,
  ) {
    super();
  }

  protected run(context: Context, { partnership, id }: Decided, given: NewDraftApproval | NewDraftRejection) {
    return this.decides.run(context, partnership, id, given);
  }

  protected async page(context: Context, { partnership, id }: Decided, visitor: Visitor | undefined, typed: Typed) {
    const place = await this.screen.place(context, partnership);
    const draft = await this.screen.one(context, partnership, id);
    const entered = await this.screen.entered(context, partnership, id, visitor);
    return draftPage(place, draft, lookerOf(visitor, entered), typed);
  }
}
