const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** `2020-11-01` as `1 November 2020`. */
export function showDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day} ${months[(month ?? 1) - 1]} ${year}`;
}

/** `1241183.00` as `£1,241,183.00`; what is below nothing with a true minus sign before the pound sign. */
export function showPounds(amount: string): string {
  const [whole = '', pence = '00'] = amount.replace('-', '').split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return `${amount.startsWith('-') ? '−' : ''}£${grouped}.${pence}`;
}

/** `2019-20` as `2019 to 2020`. */
export function showYear(year: string): string {
  return `${year.slice(0, 4)} to ${Number(year.slice(0, 4)) + 1}`;
}

/** The days of a half-open period, its last day named rather than the day after it. */
export function showPeriod(from: string, until: string | null): string {
  return until === null ? `From ${showDate(from)}` : `${showDate(from)} to ${showDate(dayBefore(until))}`;
}

/** The last day of a period, from the day after it. */
export function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}

/** The day after a last one; what is no date is left as it is, for whoever checks it. */
export function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(date)) return date;
  day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}

/** `1 flag`, `2 flags`, `No flags`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return number === 1 ? `1 ${one}` : `${number === 0 ? 'No' : number} ${many}`;
}

const spelledOut = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];
const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
const ordinals = new Intl.PluralRules('en-GB', { type: 'ordinal' });

/** `2` as `second`, `12` as `12th`. */
export function nth(number: number): string {
  return spelledOut[number] ?? `${number}${endings[ordinals.select(number)] ?? 'th'}`;
}

/** The first letter large, the rest left alone. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
