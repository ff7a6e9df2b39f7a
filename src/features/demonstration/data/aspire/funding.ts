import { recordId } from '../../record-id.js';
import type { KeptFundingAmount } from '../../records.js';
import { supportFund, supportFundHistory, supportFundId } from '../support-fund.js';

const fundingSource = supportFundId('aspire');

export const fundingSources = [supportFund('aspire')];
export const certaintyChanges = supportFundHistory('aspire');

export const fundingAmounts: readonly KeptFundingAmount[] = [
  {
    id: recordId('aspire/funding-amount/support-fund/2023-24'),
    fundingSource,
    from: '2023-04-01',
    until: '2024-04-01',
    amount: '730525.60',
    limitPerChild: '5000.00',
    announcedOn: '2024-03-31',
    source:
      "£730,525.60 on 965 applications in 2023-24: BCP Council, Cabinet, Aspire's annual report, https://democracy.bcpcouncil.gov.uk/mgAi.aspx?ID=16949. The day of publication was not found: the last of the year reported, the earliest it can have been, stands for it",
  },
  {
    id: recordId('aspire/funding-amount/support-fund/2025-26'),
    fundingSource,
    from: '2025-04-01',
    until: '2026-04-01',
    amount: '640000.00',
    limitPerChild: '3000.00',
    announcedOn: '2025-04-22',
    source:
      'Illustrative: the amount. The limit of £3,000 is published: Department for Education, written statement of 22 April 2025, HCWS589',
    illustrative: true,
  },
  {
    id: recordId('aspire/funding-amount/support-fund/2026-28'),
    fundingSource,
    from: '2026-04-01',
    until: '2028-04-01',
    amount: '1461051.20',
    limitPerChild: '3000.00',
    announcedOn: '2026-02-10',
    source:
      'Illustrative: the amount, two years at the published £730,525.60 of 2023-24. The limit and the end in March 2028 are published: The POTATO Group, https://www.thepotatogroup.org.uk/post/adoption-support-consultation-launched-as-government-sets-out-plans-for-post-2028-reform',
    illustrative: true,
  },
];
