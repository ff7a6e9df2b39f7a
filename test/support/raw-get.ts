import type { TestApp } from './app.js';

/** The bytes of what is answered. */
export async function rawGet({ url, service }: TestApp, path: string): Promise<Buffer> {
  const answer = await fetch(`${url}${path}`, { headers: { authorization: `Bearer ${service.secret}` } });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return Buffer.from(await answer.arrayBuffer());
}
