import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Assets, serveAssets } from './assets.js';
import { FORM_TOKEN, formTokenFor, holdForms } from './form-token.js';
import { readForms } from './forms.js';
import { pageHeaders } from './security-headers.js';
import { hiddenField, templatesIn } from './templates.js';

declare module 'fastify' {
  interface FastifyReply {
    /** Sends a page. Nest's `@Render` comes here. */
    view(template: string, model: object): FastifyReply;
  }
}

export interface PageSettings {
  readonly templateFolders: readonly string[];
  readonly assets: Assets;
  /** The cookie of a session, from which its forms' token is made. */
  readonly session: string;
  /** What every page is given beside its own. */
  readonly given: (request: FastifyRequest) => object;
}

/**
 * Teaches the server to send pages and to read the forms on them. Each page is given `assetPath`, `url` to know where it
 * stands, and `formField()`, without which no form on it is taken.
 */
export function servePages(instance: FastifyInstance, settings: PageSettings): void {
  const { templateFolders, assets, session, given } = settings;
  readForms(instance);
  holdForms(instance, session);
  const draw = templatesIn(templateFolders);
  const assetPath = serveAssets(instance, assets);
  instance.decorateReply('view', function view(this: FastifyReply, template: string, model: object): FastifyReply {
    const { request } = this;
    const formField = () => hiddenField(FORM_TOKEN, formTokenFor(this, session));
    const html = draw(template, { ...given(request), ...model, assetPath, url: request.url, formField });
    return this.headers(pageHeaders).type('text/html; charset=utf-8').send(html);
  });
}
