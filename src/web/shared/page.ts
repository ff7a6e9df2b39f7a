/** What every page tells the layout. */
export interface Page {
  /** The document's title; usually its first heading too. */
  readonly title: string;
  readonly section?: 'partnerships' | 'people' | 'published' | 'api';
  readonly breadcrumbs?: readonly Link[];
  /** What a person has to put right, each leading to its field. */
  readonly errors?: readonly Link[] | undefined;
  /** On the way to signing in: what was typed elsewhere waits until one is there again. */
  readonly keepsDrafts?: true;
}

export interface Link {
  readonly text: string;
  readonly href?: string;
}

/** The way down to a screen of one partnership. The last is where one stands. */
export function crumbs(...last: readonly Link[]): readonly Link[] {
  return [{ text: 'Partnerships', href: '/partnerships' }, ...last];
}
