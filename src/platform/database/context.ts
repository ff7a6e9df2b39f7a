/** In what capacity a person or a process acts. */
export type Capacity = 'operator' | 'demonstration';

/** Who acts, in which capacity, and in which partnership. Every transaction carries one; row-level security reads it. */
export interface Context {
  /** An office or a process, never a private person's name. */
  readonly actor: string;
  readonly capacity: Capacity;
  /** One partnership's id, or `*` for a question that spans all of them. */
  readonly partnership: string;
}

/** The same person in another partnership. */
export function within(context: Context, partnership: string): Context {
  return { ...context, partnership };
}

export const everyPartnership = '*';
