import type { FastifyInstance, FastifyReply } from 'fastify';
import { type Assets, serveAssets } from './assets.js';
import { pageHeaders } from './security-headers.js';
import { templatesIn } from './templates.js';

declare module 'fastify' {
  interface FastifyReply {
    /** Sends a page. Nest's `@Render` comes here. */
    view(template: string, model: object): FastifyReply;
  }
}

export interface PageSettings {
  readonly templateFolders: readonly string[];
  readonly assets: Assets;
}

/** Teaches the server to send pages; each is given `assetPath`, and `url` to know where it stands. */
export function servePages(instance: FastifyInstance, { templateFolders, assets }: PageSettings): void {
  const draw = templatesIn(templateFolders);
  const assetPath = serveAssets(instance, assets);
  instance.decorateReply('view', function view(this: FastifyReply, template: string, model: object): FastifyReply {
    const html = draw(template, { ...model, assetPath, url: this.request.url });
    return this.headers(pageHeaders).type('text/html; charset=utf-8').send(html);
  });
}
