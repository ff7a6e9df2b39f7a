import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refused } from '../../../platform/http/problem.js';
import { AtMost, TooManyWaiting } from '../../../platform/work/at-most.js';
import { hashesAtOnce, hashesWaiting, passwordCost } from '../limits.js';
import { type Cost, type KeptPassword, readKeptPassword, writeKeptPassword } from './kept-password.js';

const SALT_BYTES = 16;
const HASH_BYTES = 32;

/** Makes and checks kept passwords, a few at once, so that no storm of them can starve the process. */
@Injectable()
export class Passwords {
  private readonly turns = new AtMost(hashesAtOnce, hashesWaiting);
  /** What new passwords are kept at. */
  readonly cost: Cost = passwordCost;

  async keep(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    return writeKeptPassword({ cost: this.cost, salt, hash: await this.hash(password, salt, this.cost) });
  }

  /** Whether it is the password. With nothing kept the same work is done, so the time tells nothing, and the answer is no. */
  async matches(password: string, kept: string | undefined): Promise<boolean> {
    const wanted: KeptPassword = kept === undefined ? this.nobodys() : readKeptPassword(kept);
    const hash = await this.hash(password, wanted.salt, wanted.cost);
    return timingSafeEqual(hash, wanted.hash) && kept !== undefined;
  }

  private nobodys(): KeptPassword {
    return { cost: this.cost, salt: randomBytes(SALT_BYTES), hash: randomBytes(HASH_BYTES) };
  }

  private async hash(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
    try {
      return await this.turns.run(() => derive(normal(password), salt, cost));
    } catch (error) {
      if (!(error instanceof TooManyWaiting)) throw error;
      throw new Refused('unavailable', 'Too many people are signing in at this moment. Try again in a few seconds.');
    }
  }
}

/** One form for one password, however a keyboard composes its letters (NIST SP 800-63B, 5.1.1.2). */
function normal(password: string): string {
  return password.normalize('NFKC');
}

function derive(password: string, salt: Buffer, { log2N, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** log2N;
  return new Promise((resolve, reject) => {
    scrypt(password, salt, HASH_BYTES, { N, r, p, maxmem: 2 * 128 * N * r }, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });
}
