/** The first day of each quarter of 2019-20, and so on: the days on which a year's instalments fall due. */
export const quarters = {
  '2019-20': ['2019-04-01', '2019-07-01', '2019-10-01', '2020-01-01'],
  '2020-21': ['2020-04-01', '2020-07-01', '2020-10-01', '2021-01-01'],
  '2026-27': ['2026-04-01', '2026-07-01', '2026-10-01', '2027-01-01'],
} as const;

/** Days on which a whole year's instalments were paid, a few after each fell due. */
export const paidThrough = {
  '2019-20': ['2019-04-12', '2019-07-09', '2019-10-10', '2020-01-14'],
  '2020-21': ['2020-04-15', '2020-07-10', '2020-10-09', '2021-01-13'],
} as const;

/** Days on which the instalments of 2026-27 that had fallen due by November 2026 were paid. */
export const paidSoFar = ['2026-04-14', '2026-07-10', '2026-10-09'] as const;
