import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

/** One file that pages ask for. */
interface Asset {
  readonly type: 'text/css' | 'text/javascript' | 'image/svg+xml';
  readonly content: string;
}

export type Assets = Readonly<Record<string, Asset>>;

const A_YEAR_SECONDS = 31_536_000;

/**
 * Serves the files from memory under an address that changes with their content, so that a browser may keep them for
 * good and never mixes two versions. Gives back that address.
 */
export function serveAssets(instance: FastifyInstance, assets: Assets): string {
  const base = `/assets/${digestOf(assets)}`;
  for (const [name, { type, content }] of Object.entries(assets)) {
    const body = Buffer.from(content);
    instance.get(`${base}/${name}`, { config: { action: 'reference.read' } }, (_, reply) => {
      void reply
        .header('cache-control', `public, max-age=${A_YEAR_SECONDS}, immutable`)
        .type(`${type}; charset=utf-8`)
        .send(body);
    });
  }
  return base;
}

function digestOf(assets: Assets): string {
  const hash = createHash('sha256');
  for (const [name, { content }] of Object.entries(assets)) hash.update(`${name}\0${content}\0`);
  return hash.digest('hex').slice(0, 16);
}
