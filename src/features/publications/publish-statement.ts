import { Injectable } from '@nestjs/common';
import type { FinancialYear } from '../../engine/calendar/financial-year.js';
import type { LocalDate } from '../../engine/calendar/local-date.js';
import { type Context, within } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { notFound } from '../../platform/http/problem.js';
import { Ids } from '../../platform/ids/ids.js';
import { asJson } from '../shared/as-json.js';
import { provenanceColumns } from '../shared/provenance.js';
import { ShareStatementReader } from '../shares/share-statement.reader.js';
import type { NewPublication, Publication } from './dto/publication.js';
import { showPublication } from './publication.reader.js';
import { PublicationStore } from './publication.store.js';

const nameOf = statement('select name from partnership where id = $1');

@Injectable()
export class PublishStatement {
  constructor(
    private readonly database: Database,
    private readonly statements: ShareStatementReader,
    private readonly publications: PublicationStore,
    private readonly ids: Ids,
  ) {}

  /** Publishes a share statement as it stands, frozen in the transaction that publishes it: the public is shown these bytes. */
  run(context: Context, partnership: string, given: NewPublication, id = this.ids.next()): Promise<Publication> {
    return this.database.write(within(context, partnership), async (session) => {
      const named = await session.one<{ name: string }>(nameOf, [partnership]);
      if (!named) throw notFound();
      const [year, asAt] = [given.financialYear as FinancialYear, given.asAt as LocalDate | undefined];
      const shown = await this.statements.read(session.context, partnership, year, asAt);
      const { illustrative = shown.illustrative, ...said } = given;
      return showPublication(
        await this.publications.addPublication(session, {
          partnership_id: partnership,
          id,
          partnership_name: named.name,
          title: `Share statement for ${shown.year}`,
          financial_year: shown.year,
          as_at: shown.asAt,
          document: asJson(shown),
          ...provenanceColumns({ ...said, illustrative }),
        }),
      );
    });
  }
}
