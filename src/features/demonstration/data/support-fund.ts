import { recordId } from '../record-id.js';
import type { KeptCertaintyChange, KeptFundingSource } from '../records.js';

/** The Adoption and Special Guardianship Support Fund, as every partnership meets it: off formula, child by child. */
export function supportFund(partnership: string, alsoSaid?: { words: string; source: string }): KeptFundingSource {
  return {
    id: supportFundId(partnership),
    name: 'Adoption and Special Guardianship Support Fund',
    funder: 'Department for Education',
    route: 'off-formula',
    paysFor: 'Therapy for children who were adopted, or live under a special guardianship order, after being in care',
    conditions: [conditions, ...(alsoSaid ? [alsoSaid.words] : [])].join(' '),
    from: '2015-05-01',
    source: [began, cut, extended, ...(alsoSaid ? [alsoSaid.source] : [])].join('; '),
  };
}

export function supportFundId(partnership: string): string {
  return recordId(`${partnership}/funding-source/support-fund`);
}

/** How certain the fund was from when on: it ran out once, for a day, before anybody said that it would go on. */
export function supportFundHistory(partnership: string): readonly KeptCertaintyChange[] {
  return history.map((change) => ({
    ...change,
    id: recordId(`${partnership}/certainty-change/support-fund/${change.happenedOn}`),
    fundingSource: supportFundId(partnership),
  }));
}

const began = 'Adoption UK, "Adoption Support Fund", https://www.adoptionuk.org/about-adoption/adoption-support-fund';
const cut =
  'Department for Education, written statement of 22 April 2025, HCWS589, https://www.theyworkforyou.com/wms/?id=2025-04-22.hcws589.0';
const extended =
  'British Association for Counselling and Psychotherapy, 12 February 2026, https://www.bacp.co.uk/news/news-from-bacp/2026/12-february-adoption-and-kinship-support-funding-extended-as-consultation-launches';

const conditions =
  'Applied for child by child, for three years after the order by the authority that placed the child and then by the one ' +
  'where the family lives. Limit for a child in a year: £5,000 from October 2016, £3,000 from April 2025, when the ' +
  'separate £2,500 for a specialist assessment and the matching of costlier packages ended. For all of England, and no ' +
  "part of it this partnership's own: £50 million in 2025-26, £55 million in 2026-27. A consultation opened on " +
  '10 February 2026 on devolving it to regional adoption agencies or councils.';

type Change = Omit<KeptCertaintyChange, 'id' | 'fundingSource'>;

const history: readonly Change[] = [
  {
    certainty: 'confirmed',
    happenedOn: '2015-05-01',
    confirmedUntil: '2020-03-31',
    source: `${began}; set up with a five-year term, House of Lords, 13 February 2020, volume 801, https://hansard.parliament.uk/lords/2020-02-13/debates/D72FAE5D-87A5-4783-B22A-67DA3718EF73/AdoptionSupportFund`,
  },
  {
    certainty: 'confirmed',
    happenedOn: '2022-04-01',
    confirmedUntil: '2025-03-31',
    source:
      '£144 million for all of England over three years: Children and Young People Now, https://www.cypnow.co.uk/content/news/charities-welcome-three-year-extension-of-adoption-support-fund. The day was not found: the first of the three years, the latest it can have been, stands for it',
  },
  {
    certainty: 'at-risk',
    happenedOn: '2025-03-31',
    confirmedUntil: '2025-03-31',
    source:
      'Lapsed on 31 March 2025 with nothing said of the year that began the next day: House of Lords, 2 April 2025, https://parallelparliament.co.uk/debate/2025-04-02/lords/lords-chamber/adoption-and-special-guardianship-support-fund',
  },
  {
    certainty: 'confirmed',
    happenedOn: '2025-04-01',
    confirmedUntil: '2026-03-31',
    source: `£50 million for all of England for 2025-26: CoramBAAF, https://corambaaf.org.uk/updates/concern-about-cuts-funding-adoption-and-special-guardianship-support-fund; ${cut}`,
  },
  {
    certainty: 'confirmed',
    happenedOn: '2026-02-10',
    confirmedUntil: '2028-03-31',
    source: `Runs to 31 March 2028, with £55 million for all of England for 2026-27: ${extended}; The POTATO Group, https://www.thepotatogroup.org.uk/post/adoption-support-consultation-launched-as-government-sets-out-plans-for-post-2028-reform`,
  },
];
