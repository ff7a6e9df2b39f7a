/** A council's own provider of sign-in (OpenID Connect), as the configuration says. Its secret stays outside the database. */
export interface Provider {
  /** Stands in addresses: `/sign-in/kent`. */
  readonly id: string;
  /** What people know it by: `Kent County Council`. */
  readonly name: string;
  /** The council that it belongs to: it signs in nobody else's people. */
  readonly authority: string;
  readonly issuer: string;
  readonly clientId: string;
  /** None for a public client, which has PKCE alone. */
  readonly clientSecret: string | undefined;
  readonly scopes: readonly string[];
  /** Whether it has to say that a second factor was used; otherwise that is the council's own affair. */
  readonly requireSecondFactor: boolean;
}

export const PROVIDERS = 'PROVIDERS';
