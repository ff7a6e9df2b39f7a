import type { AgreementVersion } from '../../features/agreements/dto/agreement-version.js';
import type { Agreement } from '../../features/agreements/dto/agreement.js';
import type { Decision } from '../../features/decisions/dto/decision.js';
import type { CertaintyChange } from '../../features/funding/dto/certainty-change.js';
import type { FundingAmount } from '../../features/funding/dto/funding-amount.js';
import type { FundingSource } from '../../features/funding/dto/funding-source.js';
import type { InstalmentSchedule } from '../../features/ledger/dto/instalments.js';
import type { Participation } from '../../features/partnerships/dto/participation.js';
import type { Partnership } from '../../features/partnerships/dto/partnership.js';
import { type Download, downloadKinds, downloads } from '../shared/downloads.js';
import { illustrativeTag, type Tag } from '../shared/illustrative.js';
import { countBySeverity, deliveryModel, gravestFirst, outcome, severityTag } from '../shared/names.js';
import { crumbs, type Page } from '../shared/page.js';
import { type Sourced, sourced } from '../shared/sourced.js';
import { count, showDate, showPounds } from '../shared/words.js';
import { type Agreed, agreed, whoDecided } from './agreed.js';
import { type FundedBy, fundedBy } from './funded-by.js';
import { type NextInstalments, nextInstalments } from './next-instalments.js';
import { type TakingPart, takingPart } from './taking-part.js';
import { type StatementLink, statementYears } from './years.js';

/** A flag, as far as this page tells of it. */
interface FlagInBrief {
  readonly id: string;
  readonly severity: string;
  readonly title: string;
  readonly total: string;
  readonly bitesOn: string;
  readonly illustrative: boolean;
}

/** Everything that the page rests on. */
export interface PartnershipRecords {
  readonly today: string;
  readonly partnership: Partnership;
  readonly participations: readonly Participation[];
  readonly agreements: readonly Agreement[];
  readonly versions: readonly AgreementVersion[];
  readonly decisions: readonly Decision[];
  readonly sources: readonly FundingSource[];
  readonly amounts: readonly FundingAmount[];
  readonly certainties: readonly CertaintyChange[];
  readonly flags: readonly FlagInBrief[];
  /** How the shares of the year that it is fall due. */
  readonly schedule: InstalmentSchedule | undefined;
}

export interface PartnershipPage {
  readonly page: Page;
  readonly sourced: Sourced;
  readonly about: string;
  /** The rows of GOV.UK's summary list. */
  readonly rows: readonly object[];
  readonly flags: { readonly href: string; readonly says: string; readonly items: readonly FlagLine[] };
  readonly years: readonly StatementLink[];
  readonly instalments: NextInstalments;
  readonly takingPart: readonly TakingPart[];
  readonly agreed: readonly Agreed[];
  readonly decisions: readonly DecisionLine[];
  readonly fundedBy: readonly FundedBy[];
  /** Where the ledger is. */
  readonly ledger: string;
  /** Where the recorded calculations are. */
  readonly calculations: string;
  /** Where the audit trail is. */
  readonly audit: string;
  readonly files: readonly Download[];
  /** Where files are imported. */
  readonly imports: string;
  /** Where the people and their roles are. */
  readonly people: string;
}

interface FlagLine {
  readonly severity: Tag;
  readonly tag: Tag | undefined;
  readonly title: string;
  readonly says: string;
  readonly href: string;
}

interface DecisionLine {
  readonly when: string;
  readonly title: string;
  readonly body: string;
  readonly reference: string;
  readonly outcome: string;
  readonly sourced: Sourced;
}

export function partnershipPage(records: PartnershipRecords): PartnershipPage {
  const { partnership, today, versions } = records;
  return {
    page: { title: partnership.name, section: 'partnerships', breadcrumbs: crumbs({ text: partnership.name }) },
    sourced: sourced(partnership),
    about: partnership.about,
    ledger: `/partnerships/${partnership.id}/ledger`,
    calculations: `/partnerships/${partnership.id}/calculations`,
    audit: `/partnerships/${partnership.id}/audit`,
    people: `/partnerships/${partnership.id}/people`,
    files: downloads(partnership.id, downloadKinds),
    imports: `/partnerships/${partnership.id}/imports`,
    rows: rows(partnership),
    flags: flagLines(partnership.id, records.flags),
    years: statementYears(
      partnership.id,
      versions.flatMap(({ inForce }) => inForce),
      today,
    ),
    instalments: nextInstalments({ ...records, partnership: partnership.id }, records.schedule),
    takingPart: takingPart(records.participations, today),
    agreed: agreed(records, today),
    decisions: [...records.decisions]
      .sort((a, b) => (a.takenOn < b.takenOn ? 1 : -1))
      .map((decision) => decisionLine(decision, records.participations)),
    fundedBy: fundedBy(records, today),
  };
}

function rows({ deliveryModel: model, liveOn, fullyOperationalOn }: Partnership): readonly object[] {
  const day = (date: string | null, otherwise: string) => (date === null ? otherwise : showDate(date));
  return [
    { key: { text: 'How it is run' }, value: { text: deliveryModel(model) } },
    { key: { text: 'Live since' }, value: { text: day(liveOn, 'Not live yet') } },
    { key: { text: 'Fully operational since' }, value: { text: day(fullyOperationalOn, 'Not recorded') } },
  ];
}

function flagLines(id: string, flags: readonly FlagInBrief[]): PartnershipPage['flags'] {
  const href = `/partnerships/${id}/flags`;
  const says =
    flags.length === 0 ? 'No flags today.' : `${count(flags.length, 'flag')} today: ${countBySeverity(flags)}.`;
  const items = gravestFirst(flags).map((flag) => ({
    severity: severityTag(flag.severity),
    tag: illustrativeTag(flag.illustrative),
    title: flag.title,
    says: `${showPounds(flag.total)}, from ${showDate(flag.bitesOn)}`,
    href: `${href}#${flag.id}`,
  }));
  return { href, says, items };
}

function decisionLine(decision: Decision, participations: readonly Participation[]): DecisionLine {
  return {
    when: showDate(decision.takenOn),
    title: decision.title,
    body: whoDecided(decision, participations),
    reference: decision.reference,
    outcome: outcome(decision.outcome),
    sourced: sourced(decision),
  };
}
