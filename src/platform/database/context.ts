/** Who asks and for what. Every transaction opens with one; the database finds out by itself who that is and what they may. */
export interface Context {
  /** The digest of what the bearer of a session holds (`ticketOf`): it says nothing of who that is. */
  readonly ticket: string;
  /** What is being done, as the table of permissions calls it. */
  readonly action: string;
  /** One partnership's id, or `*` for a question that spans all that may be seen. */
  readonly partnership: string;
  /** The request's id, for the audit trail. */
  readonly request: string;
}

/** The same person in another partnership. */
export function within(context: Context, partnership: string): Context {
  return { ...context, partnership };
}

export const everyPartnership = '*';
