/** A page of a list, and the address of the next one. */
interface Listed<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** More than anybody chooses from; a form that would offer more has to ask otherwise. */
const MOST_PAGES = 25;

/** All that a list holds, for a form to choose from. */
export async function every<T>(list: (query: Record<string, string>) => Promise<Listed<T>>): Promise<readonly T[]> {
  const all: T[] = [];
  let query: Record<string, string> = { limit: '200', sort: 'name' };
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, next } = await list(query);
    all.push(...items);
    if (next === null) return all;
    query = Object.fromEntries(new URLSearchParams(next));
  }
  throw new Error(`A list to choose from has more than ${MOST_PAGES} pages.`);
}
