/** What a page runs: it starts the GOV.UK components, and the watch over a session, on a page that works without them. */
export const startScript = `
import { initAll } from './govuk-frontend.js';
import { keepDrafts } from './drafts.js';
import { watchIdle } from './idle.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
keepDrafts();
watchIdle();
initAll();
`;
