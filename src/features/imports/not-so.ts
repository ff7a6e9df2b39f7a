import { Refused } from '../../platform/http/problem.js';

export function notReady(): Refused {
  const detail = 'Expected an import that was read to its end without faults. Put them right, and send the file again.';
  return new Refused('conflict', detail, [{ pointer: '', code: 'not-ready', detail }]);
}

export function notWhatWasShown(): Refused {
  const detail = 'Expected the digest that this import shows. Read it again, and name that.';
  return new Refused('conflict', detail, [{ pointer: '/digest', code: 'not-what-was-shown', detail }]);
}
