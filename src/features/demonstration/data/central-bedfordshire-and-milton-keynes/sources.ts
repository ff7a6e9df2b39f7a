/** The panel of October 2018, as the press reported it on the 26th of that month. */
export const panel =
  'Central Bedfordshire Council, corporate parenting panel, October 2018, as MKFM reported it on 26 October 2018, https://www.mkfm.com/news/local-news/adoption-services-in-milton-keynes-to-be-combined-with-central-bedfordshire/';
export const live =
  'Milton Keynes Council, https://www.milton-keynes.gov.uk/children-young-people-families/adoption-and-fostering/adoption-connects';
