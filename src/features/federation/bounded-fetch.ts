import type { CustomFetch } from 'openid-client';

/** A provider's documents are a few thousand bytes; more is an attempt to exhaust whoever reads it. */
const MOST_BYTES = 262_144;

/** A provider that does not answer, or not as a server does that is well. */
export class ProviderAway extends Error {}

/** Asks a provider, follows it nowhere else, and reads no more of its answer than such an answer can have. */
export const boundedFetch: CustomFetch = async (url, options) => {
  const asked = await fetch(url, { ...options, redirect: 'manual' } as RequestInit).catch((error: unknown) => {
    throw new ProviderAway(`${new URL(url).origin} does not answer`, { cause: error });
  });
  if (asked.status >= 500) throw new ProviderAway(`${new URL(url).origin} answers ${asked.status}`);
  const bytes = await readAtMost(asked);
  const empty = [204, 205, 304].includes(asked.status);
  return new Response(empty ? null : bytes, { status: asked.status, headers: asked.headers });
};

async function readAtMost({ body, url }: Response): Promise<Buffer> {
  const read: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      if (length > MOST_BYTES) break;
      read.push(chunk);
    }
  } catch (error) {
    throw new ProviderAway(`${url} broke off its answer`, { cause: error });
  }
  if (length > MOST_BYTES) throw new ProviderAway(`${url} answers with more than ${MOST_BYTES} bytes`);
  return Buffer.concat(read);
}
