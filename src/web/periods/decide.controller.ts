import { Controller } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DecideReopening } from '../../features/ledger/decide-reopening.js';
import { NewReopeningApproval, NewReopeningRejection } from '../../features/ledger/dto/reopening.js';
import type { Context } from '../../platform/database/context.js';
import { type Decided, DecidePages } from '../shared/decide-pages.js';
import type { Typed } from '../shared/inputs.js';
import type { Visitor } from '../visitor/visitor.js';
import { beside, decideSays, renamed } from './says.js';
import { ShowPeriods } from './show-periods.js';

@ApiExcludeController()
@Controller('partnerships/:partnership/ledger/periods/reopenings/:id')
export class DecideReopeningPageController extends DecidePages({
  ...{ action: 'ledger-reopening.decide', approval: NewReopeningApproval, rejection: NewReopeningRejection },
  ...{ onThePage: 'Said on the page of months', says: decideSays, view: 'periods/periods.njk' },
  ...{ nameOf: beside('decide'), then: ({ partnership }: Decided) => `/partnerships/${partnership}/ledger/periods` },
}) {
  constructor(
    private readonly shows: ShowPeriods,
    private readonly decides: DecideReopening,
  ) {
    super();
  }

  protected run(context: Context, { partnership, id }: Decided, given: NewReopeningApproval | NewReopeningRejection) {
    return this.decides.run(context, partnership, id, given);
  }

  protected page(context: Context, { partnership }: Decided, visitor: Visitor | undefined, { values, errors }: Typed) {
    const decide = { values, errors: renamed(errors, 'decide') };
    return this.shows.page(context, partnership, visitor, { decide });
  }
}
