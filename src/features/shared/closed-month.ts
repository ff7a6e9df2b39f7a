import { Refused } from '../../platform/http/problem.js';
import { toRefusal } from '../../platform/http/to-problem.js';
import { ledgerWords } from './ledger-words.js';

/** That the books of a month are closed is told at the field of the request that says the day. */
export async function closedMonthAt<T>(pointer: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    const { kind, message, errors } = toRefusal(thrown, ledgerWords);
    if (errors[0]?.code !== 'period-closed') throw thrown;
    throw new Refused(
      kind,
      message,
      errors.map((error) => ({ ...error, pointer })),
    );
  }
}
