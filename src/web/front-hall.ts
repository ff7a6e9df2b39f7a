import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { projectRoot } from '../platform/config/root.js';
import type { Assets } from '../platform/http/pages/assets.js';
import { servePages } from '../platform/http/pages/pages.js';
import { startScript } from './assets/start-script.js';
import { withoutFont } from './assets/without-font.js';

const own = path.join(projectRoot, 'src', 'web');
const require = createRequire(import.meta.url);
const govuk = path.join(path.dirname(require.resolve('govuk-frontend/package.json')), 'dist');

/** Pages are drawn from templates that stand beside their view models; the build copies no files, so both run from `src`. */
export function openFrontHall(instance: FastifyInstance): void {
  servePages(instance, { templateFolders: [own, govuk], assets: readAssets() });
}

function readAssets(): Assets {
  const text = (...names: string[]) =>
    readFileSync(path.join(...names), 'utf8').replace(/\n?\/[*/]# sourceMappingURL=.*$/, '');
  return {
    'govuk-frontend.css': { type: 'text/css', content: withoutFont(text(govuk, 'govuk', 'govuk-frontend.min.css')) },
    'govuk-frontend.js': { type: 'text/javascript', content: text(govuk, 'govuk', 'govuk-frontend.min.js') },
    'poolkeeper.css': { type: 'text/css', content: text(own, 'assets', 'poolkeeper.css') },
    'poolkeeper.js': { type: 'text/javascript', content: startScript },
    'icon.svg': { type: 'image/svg+xml', content: text(own, 'assets', 'icon.svg') },
  };
}
