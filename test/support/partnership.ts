import type { Answer, Json, TestApp } from './app.js';

/** What a record needs to say of itself in a test. */
export const made = { source: 'Made for a test', illustrative: true };

/** Adds one record and gives it back; whatever comes instead of 201 fails the test with its words. */
export async function added({ http }: TestApp, path: string, given: object): Promise<Json> {
  const answer: Answer = await http.post(`/api/v1/${path}`, { ...made, ...given });
  if (answer.status !== 201) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
  return answer.body;
}

/**
 * A small partnership of authorities `<id>-a` (host) and `<id>-b` (partner) since 1 April 2019. Every record names itself
 * after the partnership, so one database holds several.
 */
export async function smallPartnership(app: TestApp, id: string) {
  const [host, partner] = [`${id}-a`, `${id}-b`];
  for (const authority of [host, partner]) {
    await added(app, 'authorities', { id: authority, name: `Council ${authority}`, kind: 'unitary' });
  }
  await added(app, 'partnerships', { id, name: `Partnership ${id}`, deliveryModel: 'hosted', about: 'Two councils.' });
  await added(app, `partnerships/${id}/participations`, { authority: host, role: 'host', from: '2019-04-01' });
  await added(app, `partnerships/${id}/participations`, { authority: partner, role: 'partner', from: '2019-04-01' });
  return { id, host, partner };
}
