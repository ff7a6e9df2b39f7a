const LONGEST = 40;

/** What came instead of what was expected, in a few words for a person; never throws, never long. */
export function show(came: unknown): string {
  if (came === null) return 'null';
  if (Array.isArray(came)) return `a list of ${came.length}`;
  if (typeof came === 'string')
    return came.length > LONGEST ? `a text of ${came.length} characters` : JSON.stringify(came);
  if (typeof came === 'number' || typeof came === 'boolean') return `the ${typeof came} ${came}`;
  return typeof came === 'object' ? 'an object' : `a value of type ${typeof came}`;
}
