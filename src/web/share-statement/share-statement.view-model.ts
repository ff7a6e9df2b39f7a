import type { ShareStatement, StatementPart } from '../../features/shares/dto/share-statement.js';
import { type AsAtForm, asAtErrors, asAtForm } from '../as-at/as-at.view-model.js';
import type { AsAt } from '../as-at/read-as-at.js';
import { sayReopened } from '../ledger/say-reopened.js';
import { sayDecision } from '../partnership/agreed.js';
import { type Download, downloads, downloadsOf } from '../shared/downloads.js';
import { illustrativeTag, type Tag } from '../shared/illustrative.js';
import { crumbs, type Page } from '../shared/page.js';
import { type Sourced, sourced } from '../shared/sourced.js';
import { showPeriod, showPounds, showYear } from '../shared/words.js';
import type { Bills } from './instalments.js';
import { type ShareTable, shareTable } from './share-table.js';
import { type WorkedOut, workedOut } from './worked-out.js';

export interface ShareStatementPage {
  readonly page: Page;
  readonly partnership: string;
  readonly heading: string;
  readonly year: string;
  readonly asAt: AsAtForm;
  /** How it falls due. */
  readonly instalments: string;
  /** What is recorded of it. */
  readonly recorded: string;
  /** The statement itself, and what was due and provided in that year. */
  readonly files: readonly Download[];
  /** None while the date asked for is not one, or nothing was in force on it. */
  readonly statement: StatementShown | undefined;
}

interface StatementShown extends ShareTable {
  readonly tag: Tag | undefined;
  /** Of each month that was opened again, that it was. */
  readonly reopened: readonly string[];
  readonly restsOn: readonly RestsOn[];
  readonly workedOut: readonly WorkedOut[];
  readonly billsCutOff: boolean;
  /** Marks the money columns when any bill or payment behind them was made up. */
  readonly billsTag: Tag | undefined;
  /** What nobody bears, a sentence each. */
  readonly unallocated: readonly string[];
  readonly checks: readonly { readonly says: string; readonly tag: Tag }[];
  readonly digest: string;
}

interface RestsOn {
  readonly when: string;
  readonly version: string;
  readonly versionHref: string;
  readonly versionSourced: Sourced;
  readonly clause: string | null;
  readonly decision: string;
  readonly decisionHref: string;
  readonly decisionSourced: Sourced;
}

interface Asked {
  readonly partnership: { readonly id: string; readonly name: string };
  readonly year: string;
  readonly asAt: AsAt;
}

interface Answer {
  readonly statement: ShareStatement;
  readonly bills: Bills;
}

/** A year's statement as at a date; or, when there is none to show, the form that asks for another date. */
export function shareStatementPage({ partnership, year, asAt }: Asked, answer?: Answer): ShareStatementPage {
  const here = `/partnerships/${partnership.id}`;
  const heading = `Share statement for ${showYear(year)}`;
  const errors = asAtErrors(asAt);
  return {
    page: {
      title: `${heading}: ${partnership.name}`,
      section: 'partnerships',
      breadcrumbs: crumbs({ text: partnership.name, href: here }, { text: heading }),
      ...(errors ? { errors } : {}),
    },
    partnership: partnership.name,
    heading,
    year: showYear(year),
    asAt: asAtForm(
      `${here}/share-statements/${year}`,
      asAt,
      answer?.statement.asAt ?? (asAt.ok ? asAt.date : undefined),
    ),
    instalments: `${here}/ledger/instalments/${year}`,
    recorded: `${here}/calculations/years/${year}`,
    files: [
      ...(answer ? theseFigures(answer.statement) : []),
      ...downloads(partnership.id, ['contributions', 'provisions'], `?financialYear=${year}`),
    ],
    statement: answer && showStatement(answer),
  };
}

/** The figures of the page as files, as at the same day. */
function theseFigures({ partnership, year, asAt }: ShareStatement): readonly Download[] {
  const at = `/partnerships/${partnership}/share-statements/${year}`;
  return downloadsOf('These figures', at, `?asAt=${asAt}`, 'share-statement.read');
}

function showStatement({ statement, bills }: Answer): StatementShown {
  return {
    ...shareTable(statement),
    tag: illustrativeTag(statement.illustrative),
    reopened: statement.reopened.map(sayReopened),
    restsOn: statement.parts.map((part) => restsOn(part, `/partnerships/${statement.partnership}`)),
    workedOut: workedOut(statement, bills),
    billsCutOff: bills.cutOff,
    billsTag: illustrativeTag([...bills.contributions, ...bills.receipts].some(({ illustrative }) => illustrative)),
    unallocated: statement.unallocated
      .filter(({ amount }) => /[1-9]/.test(amount))
      .map(({ pot, amount, why }) => `${showPounds(amount)} of ${pot} is borne by nobody: ${why}`),
    checks: statement.checks.map(({ holds, says }) => ({ says, tag: checkTag(holds) })),
    digest: statement.digest,
  };
}

function restsOn({ period, agreementVersion, decision }: StatementPart, partnership: string): RestsOn {
  return {
    when: showPeriod(period.from, period.until),
    version: `${agreementVersion.agreement}, version ${agreementVersion.number}`,
    versionHref: `${partnership}/agreement-versions/${agreementVersion.id}`,
    versionSourced: sourced(agreementVersion),
    clause: agreementVersion.clause,
    decision: sayDecision({ ...decision, body: [decision.authorityName, decision.body].filter(Boolean).join(', ') }),
    decisionHref: `${partnership}/decisions/${decision.id}`,
    decisionSourced: sourced(decision),
  };
}

function checkTag(holds: boolean): Tag {
  return holds ? { text: 'Holds', classes: 'govuk-tag--green' } : { text: 'Does not hold', classes: 'govuk-tag--red' };
}
