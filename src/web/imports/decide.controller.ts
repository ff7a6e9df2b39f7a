import { Controller } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DecideImport } from '../../features/imports/decide-import.js';
import { NewImportApproval, NewImportRejection } from '../../features/imports/dto/import.js';
import type { Context } from '../../platform/database/context.js';
import { type Decided, DecidePages } from '../shared/decide-pages.js';
import type { Typed } from '../shared/inputs.js';
import type { Visitor } from '../visitor/visitor.js';
import { decideSays } from './import.view-model.js';
import { ImportsScreen } from './imports.screen.js';
import { UnderWay } from './under-way.js';

@ApiExcludeController()
@Controller('partnerships/:partnership/imports/:id')
export class DecideImportPageController extends DecidePages({
  ...{ action: 'import.decide', approval: NewImportApproval, rejection: NewImportRejection },
  ...{ onThePage: 'Said on the page of the file', says: decideSays, view: 'imports/import.njk' },
  then: ({ partnership, id }) => `/partnerships/${partnership}/imports/${id}`,
}) {
  constructor(
    private readonly screen: ImportsScreen,
    private readonly decides: DecideImport,
    private readonly underWay: UnderWay,
  ) {
    super();
  }

  protected run(context: Context, { partnership, id }: Decided, given: NewImportApproval | NewImportRejection) {
    const work = this.decides.run(context, partnership, id, given);
    return 'reason' in given ? work : this.underWay.wait(id, work);
  }

  protected page(context: Context, { partnership, id }: Decided, visitor: Visitor | undefined, typed: Typed) {
    return this.screen.one(context, partnership, id, visitor, typed);
  }
}
