import { readFinancialYear, yearPeriod } from '../../engine/calendar/financial-year.js';
import type { AgreementVersion } from '../../features/agreements/dto/agreement-version.js';
import type { Agreement } from '../../features/agreements/dto/agreement.js';
import type { RecordedCalculation } from '../../features/calculations/dto/calculation.js';
import { showMoment } from '../account/show-moment.js';
import { statementYears } from '../partnership/years.js';
import { showDate, showYear } from '../shared/words.js';
import type { FormKind } from './record-kinds.js';

/** Everything stored that a calculation can be made of. */
export interface Stored {
  readonly today: string;
  readonly agreements: readonly Agreement[];
  readonly versions: readonly AgreementVersion[];
  readonly calculations: readonly RecordedCalculation[];
}

interface StoredChoice {
  readonly value: string;
  readonly text: string;
}

/** The words of each choice, by what it stands for. */
export type NamedChoices = ReadonlyMap<string, string>;

/** What a form may choose: statements by year, and where several versions share it by version; versions; vintages. */
export function choicesOf(kind: FormKind, stored: Stored): readonly StoredChoice[] {
  const { versions, agreements, calculations } = stored;
  const ofVersions = versions.map((version) => ({
    value: `agreementVersion ${version.id}`,
    text: `Version ${version.number} of ${titleOf(version, agreements)}, from ${showDate(version.from)}`,
  }));
  if (kind === 'variance') return ofVersions;
  const ofCalculations = calculations
    .filter((each) => each.kind === 'shares')
    .map(({ id, why, recordedAt }) => ({
      value: `calculation ${id}`,
      text: `Recorded ${showMoment(recordedAt)}: ${why}`,
    }));
  return [...statementChoices(stored), ...ofVersions, ...ofCalculations];
}

function titleOf({ agreement }: AgreementVersion, agreements: readonly Agreement[]): string {
  return agreements.find(({ id }) => id === agreement)?.title ?? 'the agreement';
}

function statementChoices({ agreements, versions, today }: Stored): readonly StoredChoice[] {
  const days = versions.flatMap(({ inForce }) => inForce);
  return statementYears('', days, today).flatMap(({ href }) => {
    const year = readFinancialYear(href.slice(href.lastIndexOf('/') + 1));
    if (!year) return [];
    const { from, until } = yearPeriod(year);
    const sharing = versions.filter(({ inForce }) =>
      inForce.some((one) => one.from < until && (one.until === null || from < one.until)),
    );
    const named = `Share statement for ${showYear(year)}`;
    if (sharing.length < 2) return [{ value: `shareStatement ${year}`, text: named }];
    return sharing.map((version) => ({
      value: `shareStatement ${year} ${version.id}`,
      text: `${named}, the days of version ${version.number} of ${titleOf(version, agreements)}`,
    }));
  });
}

/** The reference that a choice stands for; none where it stands for nothing. */
export function referenceOf(chosen: string | undefined): Readonly<Record<string, string>> | undefined {
  const [kind = '', id = '', version] = (chosen ?? '').split(' ');
  if (!['shareStatement', 'agreementVersion', 'calculation'].includes(kind) || id === '') return undefined;
  return { [kind]: id, ...(version === undefined ? {} : { agreementVersion: version }) };
}
