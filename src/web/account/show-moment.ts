const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
});

/** The day of an instant in London: `22 November 2026`. */
export function showDay(instant: string): string {
  return showMoment(instant).split(' at ')[0] ?? '';
}

/** An instant as London's clocks show it: `22 November 2026 at 3:04pm`. */
export function showMoment(instant: string): string {
  const found = Object.fromEntries(parts.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const { day, month, year, hour, minute, dayPeriod } = found;
  return `${day} ${month} ${year} at ${hour === '0' ? '12' : hour}:${minute}${dayPeriod?.toLowerCase().replaceAll(' ', '')}`;
}
