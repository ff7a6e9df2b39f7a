/** Every limit of sign-in, in one place. Times are in seconds unless the name says otherwise. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How many failures of one kind are let pass within `window`, and how the wait grows after that. */
export interface Budget {
  readonly free: number;
  readonly window: number;
  /** The wait after the first failure beyond those that are free; it doubles with each further one. */
  readonly firstWait: number;
  readonly longestWait: number;
}

/**
 * Whose failures are counted together. A device that this account has signed in with before answers to its own budget
 * alone, so nobody elsewhere can use up what the person's own device needs.
 */
export const budgets = {
  /** This account from a device that it has signed in with before. */
  device: { free: 10, window: DAY, firstWait: 30, longestWait: 15 * MINUTE },
  /** This account from one address. */
  pair: { free: 5, window: DAY, firstWait: 30, longestWait: HOUR },
  /** This account from anywhere that it has not signed in from before. */
  account: { free: 20, window: DAY, firstWait: MINUTE, longestWait: HOUR },
  /** Anyone at one address: a council's people may share one. */
  address: { free: 50, window: HOUR, firstWait: 10, longestWait: 15 * MINUTE },
  /** Second factors of this account, after its right password, from anywhere it has not signed in from before. */
  code: { free: 5, window: DAY, firstWait: MINUTE, longestWait: 6 * HOUR },
  /** This account's password beside one of its recovery codes, which nobody else has: the way in that is always open. */
  recovery: { free: 10, window: DAY, firstWait: 30, longestWait: 15 * MINUTE },
} as const satisfies Readonly<Record<string, Budget>>;

export type BudgetName = keyof typeof budgets;

/** scrypt at 128 MiB and about a third of a second: OWASP's first choice of parameters. */
export const passwordCost = { log2N: 17, r: 8, p: 1 } as const;
/** Two hashes at once take 256 MiB and half of node's four threads; more wait, and beyond that are told to come back. */
export const hashesAtOnce = 2;
export const hashesWaiting = 24;

export const passwordLength = { least: 12, most: 256 } as const;
export const recoveryCodes = 10;

/** How long a right password waits for its code. */
export const halfSignedIn = 10 * MINUTE;
/** How long a device is known after it was last signed in with. */
export const knownDeviceDays = 90;

/** A session that does nothing for this long ends; the page warns `idleWarning` before. */
export const sessionIdle = 30 * MINUTE;
export const idleWarning = 2 * MINUTE;
/** Every session ends after this long, whatever it does. */
export const sessionLongest = 12 * HOUR;
