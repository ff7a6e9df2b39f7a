import { Context1795305600001 } from './0001-context.js';
import { Authorities1795305600002 } from './0002-authorities.js';
import { Partnerships1795305600003 } from './0003-partnerships.js';
import { Decisions1795305600004 } from './0004-decisions.js';
import { Agreements1795305600005 } from './0005-agreements.js';
import { Contributions1795305600006 } from './0006-contributions.js';
import { Funding1795305600007 } from './0007-funding.js';
import { Access1795305600008 } from './0008-access.js';
import { SignIn1795305600009 } from './0009-sign-in.js';
import { Audit1795305600011 } from './0011-audit.js';
import { Idempotency1795305600012 } from './0012-idempotency.js';
import { Publications1795305600013 } from './0013-publications.js';
import { PeoplePermissions1795305600015 } from './0015-people-permissions.js';
import { Federation1795305600016 } from './0016-federation.js';
import { DatedAndGiven1795305600017 } from './0017-dated-and-given.js';
import { LinkedByWhom1795305600018 } from './0018-linked-by-whom.js';
import { AuditAtTheDoor1795305600019 } from './0019-audit-at-the-door.js';
import { StoredCalculations1795305600020 } from './0020-stored-calculations.js';
import { Ledger1795305600021 } from './0021-ledger.js';
import { LedgerDrafts1795305600022 } from './0022-ledger-drafts.js';
import { ReversedRecords1795305600023 } from './0023-reversed-records.js';
import { LedgerPeriods1795305600024 } from './0024-ledger-periods.js';
import { DigestOfEveryByte1795305600027 } from './0027-digest-of-every-byte.js';
import { RowsBesideTheTrail1795305600028 } from './0028-rows-beside-the-trail.js';
import { AdmissionIsReserved1795305600029 } from './0029-admission-is-reserved.js';
import { Imports1795305600030 } from './0030-imports.js';
import { EntriesFromImports1795305600031 } from './0031-entries-from-imports.js';
import { PostedAtOnce1795305600032 } from './0032-posted-at-once.js';
import { NobodyPostsAlone1795305600033 } from './0033-nobody-posts-alone.js';
import { ImportsAreApproved1795305600034 } from './0034-imports-are-approved.js';
import { StatedInstalments1795305600035 } from './0035-stated-instalments.js';
import { BillEvents1795305600036 } from './0036-bill-events.js';
import { Budgets1795305600037 } from './0037-budgets.js';
import { Commitments1795305600038 } from './0038-commitments.js';
import { LedgerSettlements1795305600039 } from './0039-ledger-settlements.js';
import { LedgerYears1795305600040 } from './0040-ledger-years.js';
import { LedgerCheck1795305600041 } from './0041-ledger-check.js';
import { Reconciliation1795305600043 } from './0043-reconciliation.js';
import { TwoCouncilsBySum1795305600044 } from './0044-two-councils-by-sum.js';
import { ImportsByColumns1795305600045 } from './0045-imports-by-columns.js';
import { HeldBesides1795305600052 } from './0052-held-besides.js';
import { TrailBeforeYear1795305600053 } from './0053-trail-before-year.js';
import { SettledWhileOpen1795305600054 } from './0054-settled-while-open.js';
import { SaidByItsKind1795305600055 } from './0055-said-by-its-kind.js';
import { NothingHalfSettled1795305600056 } from './0056-nothing-half-settled.js';

/** Every migration, in the order in which they run. */
export const migrations = [
  Context1795305600001,
  Authorities1795305600002,
  Partnerships1795305600003,
  Decisions1795305600004,
  Agreements1795305600005,
  Contributions1795305600006,
  Funding1795305600007,
  Access1795305600008,
  SignIn1795305600009,
  Audit1795305600011,
  Idempotency1795305600012,
  Publications1795305600013,
  PeoplePermissions1795305600015,
  Federation1795305600016,
  DatedAndGiven1795305600017,
  LinkedByWhom1795305600018,
  AuditAtTheDoor1795305600019,
  StoredCalculations1795305600020,
  Ledger1795305600021,
  LedgerDrafts1795305600022,
  ReversedRecords1795305600023,
  LedgerPeriods1795305600024,
  DigestOfEveryByte1795305600027,
  RowsBesideTheTrail1795305600028,
  AdmissionIsReserved1795305600029,
  Imports1795305600030,
  EntriesFromImports1795305600031,
  PostedAtOnce1795305600032,
  NobodyPostsAlone1795305600033,
  ImportsAreApproved1795305600034,
  StatedInstalments1795305600035,
  BillEvents1795305600036,
  Budgets1795305600037,
  Commitments1795305600038,
  LedgerSettlements1795305600039,
  LedgerYears1795305600040,
  LedgerCheck1795305600041,
  Reconciliation1795305600043,
  TwoCouncilsBySum1795305600044,
  ImportsByColumns1795305600045,
  HeldBesides1795305600052,
  TrailBeforeYear1795305600053,
  SettledWhileOpen1795305600054,
  SaidByItsKind1795305600055,
  NothingHalfSettled1795305600056,
];
