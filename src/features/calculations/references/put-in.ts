import { Injectable } from '@nestjs/common';
import { pointTo } from '../../../engine/outcome.js';
import type { WriteSession } from '../../../platform/database/session.js';
import type { ProblemError } from '../../../platform/http/problem.js';
import type { StoredReference } from '../dto/calculation.js';
import type { CalculationKind } from '../kinds.js';
import { lookAt, type Path, places, putAt } from './places.js';
import { isReference, type Posted, readReference, type Reference } from './reference.js';
import { type Found, type StatementPart, StoredDocuments } from './stored-documents.js';
import { underVersion } from './under-version.js';

/** A document with all that it named put in, and what that was; or what is wrong with its references. */
interface Filled {
  readonly document: object;
  readonly restsOn: readonly StoredReference[];
  readonly illustrative: boolean;
  readonly faults: readonly ProblemError[];
}

const DOCUMENT = '/document';

/** Puts stored documents in the place of the references to them. */
@Injectable()
export class PutIn {
  constructor(private readonly stored: StoredDocuments) {}

  async into(session: WriteSession, partnership: string, kind: CalculationKind, posted: object): Promise<Filled> {
    let filled: Filled = { document: posted, restsOn: [], illustrative: false, faults: [] };
    if (kind === 'variance') return this.ladders(session, partnership, filled);
    for (const path of places[kind](posted as Posted)) {
      const named = lookAt(posted, path);
      if (isReference(named)) filled = await this.one(session, partnership, filled, { path, named });
    }
    return filled;
  }

  private async one(
    session: WriteSession,
    partnership: string,
    filled: Filled,
    { path, named }: { readonly path: Path; readonly named: Posted },
  ): Promise<Filled> {
    const at = path.reduce<string>(pointTo, '');
    const read = readReference(`${DOCUMENT}${at}`, named);
    const found = isFaults(read) ? read : await this.find(session, partnership, read, `${DOCUMENT}${at}`);
    if (isFaults(found)) return { ...filled, faults: [...filled.faults, ...found] };
    return {
      ...filled,
      document: putAt(filled.document, path, found.document) as object,
      restsOn: [...filled.restsOn, ...found.records.map((record) => ({ at, ...record }))],
      illustrative: filled.illustrative || found.illustrative,
    };
  }

  private async find(
    session: WriteSession,
    partnership: string,
    reference: Reference,
    pointer: string,
  ): Promise<Found | readonly ProblemError[]> {
    const { kind, id } = reference;
    const fault = (code: string, detail: string) => [{ pointer: `${pointer}/${kind}`, code, detail }];
    if (reference.kind === 'shareStatement') {
      const found = await this.stored.ofStatement(session, partnership, reference);
      if (!found)
        return fault('not-there', 'Expected a year in which an agreement version with a schedule was in force.');
      if ('document' in found) return found;
      if (reference.version === undefined) return fault('several-versions', sayParts(found));
      return [{ pointer: `${pointer}/agreementVersion`, code: 'not-there', detail: sayParts(found) }];
    }
    if (kind === 'agreementVersion') {
      const found = await this.stored.ofVersion(session, partnership, id);
      return found ?? fault('not-there', 'Expected the id of an agreement version of this partnership.');
    }
    const found = await this.stored.ofCalculation(session, partnership, id);
    return found ?? fault('not-there', 'Expected the id of a recorded calculation of shares of this partnership.');
  }

  /** A variance that names an agreement version goes down that version's ladders. */
  private async ladders(session: WriteSession, partnership: string, filled: Filled): Promise<Filled> {
    const posted = filled.document as Posted;
    if (!Object.hasOwn(posted, 'agreementVersion')) return filled;
    const read = underVersion(DOCUMENT, posted);
    if (isFaults(read)) return { ...filled, faults: read };
    const version = await this.stored.version(session, partnership, read.id);
    if (!version) {
      const detail = 'Expected the id of an agreement version of this partnership.';
      return { ...filled, faults: [{ pointer: `${DOCUMENT}/agreementVersion`, code: 'not-there', detail }] };
    }
    const { id, illustrative } = version;
    const document = read.ask(version.schedule as Posted, (version.ladders ?? {}) as Posted);
    return { ...filled, document, restsOn: [{ at: '', kind: 'agreement-version', id }], illustrative };
  }
}

/** Which versions share a year, each with its days of it. */
function sayParts(parts: readonly StatementPart[]): string {
  const each = parts.map(({ agreementVersion: { id }, period: { from, until } }) => `${id} (${from} until ${until})`);
  return `Expected one of the versions that share the year beside it, as "agreementVersion": ${each.join(', ')}.`;
}

function isFaults(found: object): found is readonly ProblemError[] {
  return Array.isArray(found);
}
