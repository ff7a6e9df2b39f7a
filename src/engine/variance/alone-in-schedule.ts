type Posted = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Posted =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly Posted[] => (Array.isArray(value) ? value.filter(isObject) : []);

/**
 * Whose alone the lines of a funding schedule are, by the id of the line: what its agreement says of who pays for a line it
 * says of who bears it too (our decision). A line that stands in several pots as several partners' is nobody's alone.
 */
export function aloneInSchedule(schedule: Posted): ReadonlyMap<string, string> {
  const named = listOf(schedule['pots']).flatMap(({ lines }) => listOf(lines));
  const whose = (id: unknown) => [...new Set(named.filter((line) => line['id'] === id).map((line) => line['only']))];
  return new Map(
    named.flatMap(({ id }) => {
      const [only, ...others] = whose(id);
      return typeof id === 'string' && typeof only === 'string' && others.length === 0 ? [[id, only] as const] : [];
    }),
  );
}
