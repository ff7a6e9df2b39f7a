/** A tenth at the start of the year, the rest in thirds, each to be paid within thirty days. */
export const exampleInstalments = {
  profile: 'stated-dates',
  dates: [
    { on: '04-01', percent: '10' },
    { on: '07-01', percent: '30' },
    { on: '10-01', percent: '30' },
    { on: '01-01', percent: '30' },
  ],
  daysToPay: 30,
  oddPennies: 'largest-remainder',
  clause: 'Schedule 3, paragraph 9',
};
