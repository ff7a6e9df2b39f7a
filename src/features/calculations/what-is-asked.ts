import { Injectable } from '@nestjs/common';
import type { WriteSession } from '../../platform/database/session.js';
import { invalid, type ProblemError } from '../../platform/http/problem.js';
import { CalculationReader } from './calculation.reader.js';
import type { NewCalculation, StoredReference } from './dto/calculation.js';
import type { CalculationKind } from './kinds.js';
import { PutIn } from './references/put-in.js';
import { orUndefined, StoredDocuments } from './references/stored-documents.js';

/** A calculation that is to be made, with all that its document names put in. */
export interface Asked {
  readonly kind: CalculationKind;
  readonly document: object;
  readonly agreementVersion: string | null;
  readonly year: string | null;
  readonly repeats: string | null;
  readonly restsOn: readonly StoredReference[];
  readonly illustrative: boolean;
}

/** Finds out what somebody wants calculated: what they sent, or what was recorded. */
@Injectable()
export class WhatIsAsked {
  constructor(
    private readonly reader: CalculationReader,
    private readonly stored: StoredDocuments,
    private readonly puts: PutIn,
  ) {}

  async of(session: WriteSession, partnership: string, given: NewCalculation): Promise<Asked> {
    const { kind, document } = given;
    const repeats = given.repeats ?? null;
    const faults = repeats === null ? missing(given) : tooMuch(given);
    if (faults.length > 0) throw invalid(faults);
    if (repeats !== null) return this.again(session, partnership, given, repeats);
    const asked = { kind: kind as CalculationKind, posted: document as object };
    return this.anew(session, partnership, given, asked);
  }

  private async anew(
    session: WriteSession,
    partnership: string,
    given: NewCalculation,
    { kind, posted }: { readonly kind: CalculationKind; readonly posted: object },
  ): Promise<Asked> {
    const { document, restsOn, illustrative, faults } = await this.puts.into(session, partnership, kind, posted);
    const about = await this.about(session, partnership, given.agreementVersion ?? null);
    if (faults.length + about.faults.length > 0) throw invalid([...faults, ...about.faults]);
    return {
      ...{ kind, document, restsOn, repeats: null },
      agreementVersion: about.id ?? only(restsOn, 'agreement-version'),
      year: given.year ?? only(restsOn, 'share-statement'),
      illustrative: [given.illustrative, illustrative, about.illustrative].includes(true),
    };
  }

  /** The version that a calculation is said to be about, which has to be there. */
  private async about(session: WriteSession, partnership: string, id: string | null) {
    if (id === null) return { id, illustrative: false, faults: [] };
    const found = await this.stored.version(session, partnership, id);
    const faults = found ? [] : [notThere('/agreementVersion', 'an agreement version')];
    return { id, illustrative: found?.illustrative ?? false, faults };
  }

  private async again(session: WriteSession, partnership: string, given: NewCalculation, id: string): Promise<Asked> {
    const earlier = await orUndefined(this.reader.findWhole(session, [partnership, id]));
    if (!earlier) throw invalid([notThere('/repeats', 'a recorded calculation')]);
    const { kind, document, agreementVersion, year, restsOn } = earlier;
    const illustrative = (given.illustrative ?? false) || earlier.illustrative;
    return { kind, document, agreementVersion, year, restsOn, repeats: id, illustrative };
  }
}

/** The one record of a kind that a document names; null when it names none, or several. */
function only(restsOn: readonly StoredReference[], kind: StoredReference['kind']): string | null {
  const ids = new Set(restsOn.filter((one) => one.kind === kind).map(({ id }) => id));
  const [id = null] = ids;
  return ids.size === 1 ? id : null;
}

function missing(given: NewCalculation): readonly ProblemError[] {
  return (['kind', 'document'] as const)
    .filter((name) => (given[name] ?? null) === null)
    .map((name) => {
      const detail = `Expected a ${name}, or "repeats" with the id of a recorded calculation to make again.`;
      return { pointer: `/${name}`, code: 'missing-field', detail };
    });
}

/** What is calculated again is what was recorded, so nothing of it can be given anew. */
function tooMuch(given: NewCalculation): readonly ProblemError[] {
  return (['kind', 'document', 'agreementVersion', 'year'] as const)
    .filter((name) => (given[name] ?? null) !== null)
    .map((name) => {
      const detail = 'Expected no such field beside "repeats": what is recorded is calculated again as it is.';
      return { pointer: `/${name}`, code: 'unknown-field', detail };
    });
}

function notThere(pointer: string, what: string): ProblemError {
  return { pointer, code: 'not-there', detail: `Expected the id of ${what} of this partnership.` };
}
