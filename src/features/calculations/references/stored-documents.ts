import { Injectable } from '@nestjs/common';
import { readPeriod } from '../../../engine/calendar/period.js';
import type { WriteSession } from '../../../platform/database/session.js';
import { Refused } from '../../../platform/http/problem.js';
import { AgreementVersionReader } from '../../agreements/agreement-version.reader.js';
import { ShareStatementReader } from '../../shares/share-statement.reader.js';
import { CalculationReader } from '../calculation.reader.js';
import type { StoredReference } from '../dto/calculation.js';
import type { Posted, Reference } from './reference.js';

/** What was found under a reference: a shares document, and the records that it is. */
export interface Found {
  readonly document: Posted;
  readonly records: readonly Omit<StoredReference, 'at'>[];
  readonly illustrative: boolean;
}

type Statement = Awaited<ReturnType<ShareStatementReader['read']>>;
export type StatementPart = Statement['parts'][number];

type StatementReference = Extract<Reference, { readonly kind: 'shareStatement' }>;

/** The schedules and calculations that a document may name, in the transaction that records it. */
@Injectable()
export class StoredDocuments {
  constructor(
    private readonly calculations: CalculationReader,
    private readonly versions: AgreementVersionReader,
    private readonly statements: ShareStatementReader,
  ) {}

  version(session: WriteSession, partnership: string, id: string) {
    return orUndefined(this.versions.findIn(session, [partnership, id]));
  }

  /** The document of a recorded calculation of shares. */
  async ofCalculation(session: WriteSession, partnership: string, id: string): Promise<Found | undefined> {
    const found = await orUndefined(this.calculations.findWhole(session, [partnership, id]));
    if (found?.kind !== 'shares') return undefined;
    const { document, illustrative } = found;
    return { document: document as Posted, records: [{ kind: 'calculation', id }], illustrative };
  }

  /** The funding schedule of an agreement version. */
  async ofVersion(session: WriteSession, partnership: string, id: string): Promise<Found | undefined> {
    const found = await this.version(session, partnership, id);
    if (!found) return undefined;
    const { schedule, illustrative } = found;
    return { document: schedule as Posted, records: [{ kind: 'agreement-version', id }], illustrative };
  }

  /**
   * What a share statement calculated: the document of the version that shares the year, or of the one named, for the days of
   * the year that are its own. Where there are more and none of them is named, which they are: they are so many documents.
   */
  async ofStatement(
    session: WriteSession,
    partnership: string,
    { id: year, asAt, version }: StatementReference,
  ): Promise<Found | readonly StatementPart[] | undefined> {
    const statement = await orUndefined(this.statements.read(session.context, partnership, year, asAt));
    if (!statement) return undefined;
    const parts = statement.parts.filter(({ agreementVersion: { id } }) => version === undefined || id === version);
    const [part, ...others] = parts;
    if (!part || others.length > 0) return statement.parts;
    const found = await this.ofVersion(session, partnership, part.agreementVersion.id);
    if (!found) return undefined;
    const itself = { kind: 'share-statement', id: year, asAt: statement.asAt } as const;
    return {
      document: within(found.document, part.period),
      records: [itself, ...found.records],
      illustrative: found.illustrative || part.decision.illustrative,
    };
  }
}

/** A schedule for some of its days, as the statement calculated it. */
function within(schedule: Posted, days: { readonly from: string; readonly until: string }): Posted {
  const whole = readPeriod(schedule['period']);
  const all = whole.ok && whole.value.from === days.from && whole.value.until === days.until;
  return all ? schedule : { ...schedule, within: { from: days.from, until: days.until } };
}

/** What was found; nothing where it is not there, or not to be seen. */
export async function orUndefined<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (thrown) {
    if (thrown instanceof Refused && thrown.kind === 'not-found') return undefined;
    throw thrown;
  }
}
