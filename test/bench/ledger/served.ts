import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../support/process.js';

/** Starts the product on a database, and stops it after the work. */
export async function served<T>(file: string, databaseUrl: string, work: (address: string) => Promise<T>): Promise<T> {
  const port = await freePort();
  const env = { ...process.env, DATABASE_URL: databaseUrl, PORT: String(port), LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'inherit', 'inherit'] });
  try {
    const address = `http://127.0.0.1:${port}`;
    for (let waited = 0; waited < 30_000; waited += 50) {
      const answers = await fetch(`${address}/health/ready`).then(
        ({ status }) => status < 500,
        () => false,
      );
      if (answers) return await work(address);
      await sleep(50);
    }
    throw new Error('The product did not start');
  } finally {
    child.kill('SIGTERM');
  }
}
