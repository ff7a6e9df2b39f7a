import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Action } from '../features/access/permissions.js';
import type { OwnSessions } from '../features/sign-in/own-sessions.js';
import { projectRoot } from '../platform/config/root.js';
import { SESSION_COOKIE } from '../platform/http/door.js';
import type { Assets } from '../platform/http/pages/assets.js';
import { servePages } from '../platform/http/pages/pages.js';
import { draftsScript } from './assets/drafts-script.js';
import { idleScript } from './assets/idle-script.js';
import { startScript } from './assets/start-script.js';
import { withoutFont } from './assets/without-font.js';
import { knowVisitors } from './visitor/know-visitors.js';
import { may } from './visitor/visitor.js';

const own = path.join(projectRoot, 'src', 'web');
const require = createRequire(import.meta.url);
const govuk = path.join(path.dirname(require.resolve('govuk-frontend/package.json')), 'dist');

/** Pages are drawn from templates that stand beside their view models; the build copies no files, so both run from `src`. */
export function openFrontHall(instance: FastifyInstance, sessions: OwnSessions): void {
  knowVisitors(instance, sessions);
  servePages(instance, {
    templateFolders: [own, govuk],
    assets: readAssets(),
    session: SESSION_COOKIE,
    given: givenTo,
  });
}

/** What every page is given: who looks at it, and what to offer them. */
function givenTo({ visitor }: FastifyRequest): object {
  return { visitor, may: (action: Action) => may(visitor, action) };
}

function readAssets(): Assets {
  const text = (...names: string[]) =>
    readFileSync(path.join(...names), 'utf8').replace(/\n?\/[*/]# sourceMappingURL=.*$/, '');
  return {
    'govuk-frontend.css': { type: 'text/css', content: withoutFont(text(govuk, 'govuk', 'govuk-frontend.min.css')) },
    'govuk-frontend.js': { type: 'text/javascript', content: text(govuk, 'govuk', 'govuk-frontend.min.js') },
    'poolkeeper.css': { type: 'text/css', content: text(own, 'assets', 'poolkeeper.css') },
    'drafts.js': { type: 'text/javascript', content: draftsScript },
    'idle.js': { type: 'text/javascript', content: idleScript },
    'poolkeeper.js': { type: 'text/javascript', content: startScript },
    'icon.svg': { type: 'image/svg+xml', content: text(own, 'assets', 'icon.svg') },
  };
}
