import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DemonstrationSignIns } from './demonstration-sign-ins.js';

interface Telling {
  readonly folder: string;
  readonly server: string;
  /** The data was thrown away: what was told before is worth nothing. */
  readonly anew: boolean;
  say(text: string): void;
}

/** Tells the ways in at the first start, and keeps them for whoever runs the server; later it says where they are. */
export async function tellSignIns(signIns: DemonstrationSignIns, ticket: string, telling: Telling): Promise<void> {
  const file = path.join(telling.folder, 'demonstration-sign-ins.txt');
  if (existsSync(file) && !telling.anew) {
    telling.say(`Sign-ins of the demonstration are in ${file}\n`);
    return;
  }
  const { people, token } = await signIns.make(ticket);
  const width = Math.max(...people.map(({ says }) => says.length));
  const links = people.map(({ says, secret }) => `${says.padEnd(width)}  ${telling.server}/demonstration/${secret}`);
  const text = [
    'Open a link to sign in as somebody of the demonstration:',
    ...links,
    '',
    `Token for programs, reading only: ${token}`,
  ];
  mkdirSync(telling.folder, { recursive: true });
  writeFileSync(file, `${text.join('\n')}\n`, { mode: 0o600 });
  writeFileSync(path.join(telling.folder, 'demonstration-token'), token, { mode: 0o600 });
  telling.say(`${text.join('\n')}\nThey are kept in ${file}\n`);
}
