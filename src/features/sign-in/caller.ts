/** Whoever is at the door: what is known of them before they have said who they are. */
export interface Caller {
  /** As far as addresses are told apart (`addressGroup`). */
  readonly address: string;
  /** What a device that has signed in before brings. */
  readonly device: string | undefined;
  /** What the person will know the session by: a browser, and where it is. */
  readonly label: string;
}
