import { Injectable } from '@nestjs/common';
import { PublicDatabase } from '../../platform/database/public-database.js';
import { statement } from '../../platform/database/statement.js';
import { notFound } from '../../platform/http/problem.js';
import type { ShareStatementReader } from '../shares/share-statement.reader.js';
import type { PublicationRow } from './publication.entity.js';
import { showPublished } from './publication.reader.js';
import type { Published, PublishedList, PublishedStatement } from './dto/publication.js';

type Shown = Awaited<ReturnType<ShareStatementReader['read']>>;

const shown = `
  from publication p where not exists (
    select from withdrawal w where w.partnership_id = p.partnership_id and w.publication_id = p.id)`;
const about =
  'p.partnership_id, p.partnership_name, p.id, p.title, p.financial_year, p.as_at, p.published_on, p.digest, p.illustrative';
const newest = statement(`select ${about} ${shown} order by p.published_on desc, p.recorded_at desc, p.id limit 200`);
const one = statement(`select ${about}, p.document ${shown} and p.id = $1`);

/** What everyone may read, asked by the public's own login, which can see nothing else. */
@Injectable()
export class PublishedReader {
  constructor(private readonly database: PublicDatabase) {}

  async list(): Promise<PublishedList> {
    return { items: (await this.database.rows<PublicationRow>(newest)).map(show) };
  }

  async find(id: string): Promise<PublishedStatement> {
    const row = await this.database.one<PublicationRow>(one, [id]);
    if (!row) throw notFound();
    return { ...show(row), statement: JSON.parse(row.document) as Shown };
  }
}

function show(row: PublicationRow): Published {
  return { ...showPublished(row), partnership: row.partnership_id, partnershipName: row.partnership_name };
}
