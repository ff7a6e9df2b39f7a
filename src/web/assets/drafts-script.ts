/**
 * Keeps what is typed into a form in this tab, so that whoever has to sign in half way finds it again. It is put back once,
 * for the same person, on the same page; secrets are never kept, and signing out throws everything away.
 */
export const draftsScript = `
const PREFIX = 'poolkeeper-draft:';
const unkept = ['password', 'hidden', 'file', 'submit', 'button', 'reset', 'image'];

export function keepDrafts() {
  if (document.body.dataset.drafts === 'keep') return void each((draft) => ({ ...draft, waits: true }));
  const person = document.getElementById('idle')?.dataset.person;
  if (!person) return;
  const key = PREFIX + location.pathname + location.search;
  const forms = [...document.querySelectorAll('form[method=post]')].filter((form) => form.dataset.draft !== 'none');
  const held = read(key);
  each((draft) => (draft.waits && draft.person === person ? draft : undefined));
  if (held?.waits && held.person === person) {
    sessionStorage.removeItem(key);
    if (restore(forms, held.forms)) say();
  }
  document.addEventListener('input', ({ target }) => {
    if (forms.includes(target.form)) write(key, { person, forms: forms.map(valuesOf) });
  });
  document.getElementById('sign-out').addEventListener('submit', () => void each(() => undefined));
}

function each(change) {
  for (const key of Object.keys(sessionStorage).filter((name) => name.startsWith(PREFIX))) {
    const draft = read(key);
    const changed = draft && change(draft);
    if (changed) write(key, changed);
    else sessionStorage.removeItem(key);
  }
}

function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key)) ?? undefined;
  } catch {
    return undefined;
  }
}

function write(key, draft) {
  try {
    sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // A tab with no room left keeps no draft, and works as one without scripts does.
  }
}

function fieldsOf(form) {
  return [...form.elements].filter(
    ({ name, type, autocomplete }) => name && type && !unkept.includes(type) && !/one-time-code|password/.test(autocomplete),
  );
}

const ticked = ({ type }) => type === 'checkbox' || type === 'radio';

function valuesOf(form) {
  return fieldsOf(form).map((field) => [field.name, ticked(field) ? field.checked : field.value]);
}

/** Whether anything was put back that was not there already. */
function restore(forms, held) {
  let changed = false;
  forms.forEach((form, number) =>
    fieldsOf(form).forEach((field, place) => {
      const [name, value] = held[number]?.[place] ?? [];
      const property = ticked(field) ? 'checked' : 'value';
      if (name !== field.name || field[property] === value) return;
      field[property] = value;
      changed = true;
    }),
  );
  return changed;
}

function say() {
  const words = document.createElement('div');
  words.className = 'govuk-inset-text';
  words.setAttribute('role', 'status');
  document.getElementById('main-content').prepend(words);
  requestAnimationFrame(() => (words.textContent = 'What you had typed before you were signed out is back on this page. It has not been sent.'));
}
`;
