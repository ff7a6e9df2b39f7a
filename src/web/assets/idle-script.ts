/**
 * Warns two minutes before a session ends for want of anything being done, and goes to the sign-in page when it has.
 * Every tab of the browser sees when the server was last asked, so that work in one keeps the others quiet.
 */
export const idleScript = `
const SEEN = 'poolkeeper-seen';
const EARLY = 15000;
const heardAt = [120, 60, 30, 10];

export function watchIdle() {
  const dialog = document.getElementById('idle');
  if (!dialog) return;
  const idle = Number(dialog.dataset.idleSeconds) * 1000 - EARLY;
  const warning = Number(dialog.dataset.warningSeconds) * 1000;
  const form = dialog.querySelector('form');
  const left = document.getElementById('idle-left');
  const heard = document.getElementById('idle-heard');
  let said;

  const seen = () => localStorage.setItem(SEEN, String(Date.now()));
  const remaining = () => Number(localStorage.getItem(SEEN)) + idle - Date.now();

  function tick() {
    const milliseconds = remaining();
    if (milliseconds <= 0) return leave();
    if (milliseconds > warning) return close();
    if (!dialog.open) dialog.showModal();
    const seconds = Math.ceil(milliseconds / 1000);
    left.textContent = words(seconds);
    const mark = heardAt.filter((each) => seconds <= each).pop();
    if (mark === said) return;
    said = mark;
    heard.textContent = 'You will be signed out in ' + words(seconds) + '.';
  }

  function close() {
    said = undefined;
    heard.textContent = '';
    if (dialog.open) dialog.close();
  }

  function leave() {
    clearInterval(timer);
    const here = location.pathname + location.search;
    location.assign('/sign-in?why=timed-out&next=' + encodeURIComponent(here));
  }

  async function stay(event) {
    event.preventDefault();
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.action, { method: 'POST', body });
      if (!answer.ok) return leave();
      seen();
      close();
    } catch {
      heard.textContent = 'The server did not answer. Try again.';
    }
  }

  form.addEventListener('submit', stay);
  dialog.addEventListener('cancel', stay);
  seen();
  const timer = setInterval(tick, 1000);
}

function words(seconds) {
  if (seconds > 60) return Math.ceil(seconds / 60) + ' minutes';
  return seconds === 60 ? '1 minute' : seconds === 1 ? '1 second' : seconds + ' seconds';
}
`;
