/** Names of partners by their ids, wherever in a document they stand: what has no name goes by its id. */
export function namesOf(document: unknown): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  collect(document, names);
  return names;
}

/** Where shares documents stand within others. */
const within = ['recorded', 'later', 'document', 'alternatives'];

function collect(value: unknown, names: Map<string, string>): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, names);
    return;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  for (const partner of Array.isArray(fields['partners']) ? (fields['partners'] as readonly unknown[]) : []) {
    const { id, name } = partner as { readonly id: string; readonly name?: string };
    if (name !== undefined) names.set(id, name);
  }
  for (const field of within) collect(fields[field], names);
}
