import { recordId } from '../../record-id.js';
import type { KeptDecision } from '../../records.js';

/** Four years of decisions by two of the three councils, from a talk in principle to the agreement. */
export const decisions: readonly KeptDecision[] = [
  {
    id: recordId('kent-bexley-medway/decision/medway-124-2016'),
    authority: 'medway',
    body: 'Cabinet',
    reference: '124/2016',
    takenOn: '2016-10-25',
    outcome: 'approved',
    approves: 'direction',
    title: 'In principle: formal dialogue on a regional adoption agency with Bexley and Kent',
    source:
      'Medway Council, Cabinet, 25 October 2016, item 6, https://democracy.medway.gov.uk/ieIssueDetails.aspx?IId=18064&Opt=3',
  },
  {
    id: recordId('kent-bexley-medway/decision/kent-19-00047'),
    authority: 'kent',
    body: "Children's, Young People and Education Cabinet Committee",
    reference: '19/00047',
    takenOn: '2019-06-28',
    outcome: 'endorsed',
    approves: 'direction',
    title:
      'Proposed decision on a regional adoption agency: detailed design, and a full business case for October 2019',
    source:
      "Kent County Council, Children's, Young People and Education Cabinet Committee, 28 June 2019, item 120, https://democracy.kent.gov.uk:9071/ieIssueDetails.aspx?IId=51785&Opt=3",
  },
  {
    id: recordId('kent-bexley-medway/decision/medway-83-2019'),
    authority: 'medway',
    body: 'Cabinet',
    reference: '83/2019',
    takenOn: '2019-09-30',
    outcome: 'approved',
    approves: 'direction',
    title: 'Regional adoption agency: detailed design, and a full business case for October 2019',
    source:
      'Medway Council, Cabinet, decision 83/2019, https://democracy.medway.gov.uk/ieIssueDetails.aspx?IId=26067&Opt=3&PlanId=0. The day was not found: the last before the business case was to come stands for it, the latest it can have been',
  },
  {
    id: recordId('kent-bexley-medway/decision/medway-3-2020'),
    authority: 'medway',
    body: 'Cabinet',
    reference: '3/2020',
    takenOn: '2020-01-14',
    outcome: 'approved',
    approves: 'business-case',
    title: 'Regional adoption agency: business case, with no transfer of staff',
    source:
      'Medway Council, Cabinet, 14 January 2020, item 5, https://democracy.medway.gov.uk/ieIssueDetails.aspx?IId=26262&Opt=3',
  },
  {
    id: recordId('kent-bexley-medway/decision/kent-20-00076'),
    authority: 'kent',
    body: "Cabinet Member for Integrated Children's Services",
    reference: '20/00076',
    takenOn: '2020-09-24',
    outcome: 'approved',
    approves: 'agreement',
    title: 'Regional adoption agency: partnership with Bexley and Medway, considered in committee on 22 September 2020',
    source:
      'Kent County Council, decision 20/00076, noticed on 30 July 2020, part exempt, https://democracy.kent.gov.uk/mgIssueHistoryHome.aspx?IId=55126. Due not before 24 September 2020 and since approved; the day was not found: the earliest it can have been stands for it',
  },
  {
    id: recordId('kent-bexley-medway/decision/medway-109-2020'),
    authority: 'medway',
    body: 'Cabinet',
    reference: '109/2020',
    takenOn: '2020-10-31',
    outcome: 'approved',
    approves: 'agreement',
    title: 'Regional adoption agency: partnership agreement',
    source:
      'Medway Council, Cabinet, decision 109/2020, https://democracy.medway.gov.uk/ieIssueDetails.aspx?IId=28720&Opt=3. The day was not found: the last before the partnership went live stands for it, the latest it can have been',
  },
  {
    id: recordId('kent-bexley-medway/decision/board-2026'),
    body: 'Adoption Partnership South East executive board',
    reference: 'Budget 2026-27',
    takenOn: '2026-02-03',
    outcome: 'approved',
    approves: 'budget',
    title: 'Budget for 2026-27, shared by placement orders over three years',
    source: 'Illustrative: nobody published a budget for 2026-27 or a decision on it',
    illustrative: true,
  },
];
