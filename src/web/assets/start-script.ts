/** What a page runs: it starts the GOV.UK components on a page that works without them. */
export const startScript = `
import { initAll } from './govuk-frontend.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
`;
