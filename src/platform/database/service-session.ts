import { asOwner } from './as-owner.js';
import { newSecret, ticketOf } from './ticket.js';

/** A process of ours at work, as the database knows it. */
export type Service = 'demonstration' | 'clockwork';

/**
 * A session for a process of ours, opened by the owner at start: nobody who serves requests can. Gives back its secret,
 * which is kept in memory alone, so that it ends with the process.
 */
export async function openService(adminUrl: string, service: Service): Promise<string> {
  const secret = newSecret();
  await asOwner(adminUrl, (client) =>
    client.query(
      `insert into authz.session (kind, service_role, secret_digest, label, idle_for, expires_at)
       values ('service', $1, sha256(decode($2, 'hex')), $1, interval '100 years', 'infinity')`,
      [service, ticketOf(secret)],
    ),
  );
  return secret;
}

/** Ends it, when the process stops or its work is done. */
export async function endService(adminUrl: string, secret: string): Promise<void> {
  await asOwner(adminUrl, (client) =>
    client.query(
      `update authz.session set ended_at = now(), ended_because = 'done' where secret_digest = sha256(decode($1, 'hex'))`,
      [ticketOf(secret)],
    ),
  );
}

/** Says, once and for good, that this database holds a demonstration; without it no demonstration account can exist. */
export async function markDemonstration(adminUrl: string): Promise<void> {
  await asOwner(adminUrl, (client) => client.query('update authz.installation set demonstration = true'));
}
