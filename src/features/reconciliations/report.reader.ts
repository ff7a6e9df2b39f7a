import { Injectable } from '@nestjs/common';
import type { Context } from '../../platform/database/context.js';
import type { ReconciliationLine } from './dto/report-line.js';
import type { ReconciliationReport } from './dto/report.js';
import { reportLines } from './report-lines.js';
import { showReport } from './show-report.js';
import { WorkOut } from './work-out.js';

/** Reconciliations as they stand, or as they were known at the end of a day. */
@Injectable()
export class ReportReader {
  constructor(private readonly works: WorkOut) {}

  async read(context: Context, partnership: string, id: string, knownAt: string | null): Promise<ReconciliationReport> {
    return showReport(await this.works.run(context, partnership, id, knownAt), knownAt);
  }

  async lines(
    context: Context,
    partnership: string,
    id: string,
    knownAt: string | null,
  ): Promise<readonly ReconciliationLine[]> {
    return reportLines(await this.works.run(context, partnership, id, knownAt));
  }
}
