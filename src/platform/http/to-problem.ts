import { HttpException } from '@nestjs/common';
import { notFound, type ProblemKind, problemKinds, Refused, unauthenticated } from './problem.js';

/** What a broken constraint means to the person who broke it. */
export interface ConstraintWords {
  readonly kind: 'conflict' | 'invalid';
  readonly pointer?: string;
  readonly code: string;
  /** `{}` stands for what the rule itself says it is about. */
  readonly detail: string;
}

interface Thrown {
  readonly code?: unknown;
  readonly constraint?: unknown;
  readonly detail?: unknown;
  readonly message?: unknown;
  readonly routine?: unknown;
  readonly statusCode?: unknown;
  readonly driverError?: unknown;
}

/** PostgreSQL's codes for "not now", all of them before anything was kept: too busy, or a lock not had in time. */
const passing = /^(40001|40P01|55P03|57014|53...|ECONNREFUSED)$/;
/** A connection lost on the way: what was asked may have been done. pg gives some of these no code but only words. */
const lost = /^(57P0[123]|08...|ECONNRESET|EPIPE|ETIMEDOUT)$/;
const lostInWords =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect)/;
/** Where PostgreSQL holds a new row against row-level security: somebody else's row. Any other 42501 is a fault of ours. */
const ROW_CHECK = 'ExecWithCheckOptions';
const unreadable = /^(22P02|22P05|22021|22003|22007|22008|22001)$/;

/** Makes a refusal of whatever was thrown. What nobody expected becomes `internal`, which tells nothing of its cause. */
export function toRefusal(thrown: unknown, words: Readonly<Record<string, ConstraintWords>>): Refused {
  if (thrown instanceof Refused) return thrown;
  const error = causeOf(thrown);
  const status = thrown instanceof HttpException ? thrown.getStatus() : error.statusCode;
  if (typeof status === 'number' && status < 500) return new Refused(kindOf(status), detailOf(thrown));
  return fromDatabase(error, words) ?? new Refused('internal', 'The fault has been logged with the request id.');
}

function causeOf(thrown: unknown): Thrown {
  if (typeof thrown !== 'object' || thrown === null) return {};
  const outer: Thrown = thrown;
  return typeof outer.driverError === 'object' && outer.driverError !== null ? outer.driverError : outer;
}

function kindOf(status: number): ProblemKind {
  const found = Object.entries(problemKinds).find(([, kind]) => kind.status === status);
  return (found?.[0] ?? 'malformed') as ProblemKind;
}

function detailOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : 'The request could not be understood.';
}

/** What the database says of who asks. Another's partnership and one that does not exist are one answer. */
const fromTheDoor: Readonly<Record<string, () => Refused>> = {
  PK401: unauthenticated,
  PK403: () => new Refused('forbidden', 'The capacity in which you act may not do this. Nothing was changed.'),
  PK404: notFound,
  PK412: () => new Refused('capacity-needed', 'Choose in which capacity you act: none is chosen, or it has ended.'),
};

function codeOf({ code, routine }: Thrown): string {
  if (code === '42501' && routine === ROW_CHECK) return 'PK403';
  return typeof code === 'string' ? code : '';
}

/** Whether the database refused whoever asks, and not what they asked. */
export function isDenial(thrown: unknown): boolean {
  const code = codeOf(causeOf(thrown));
  return code === 'PK403' || code === 'PK404';
}

function fromDatabase(error: Thrown, words: Readonly<Record<string, ConstraintWords>>): Refused | undefined {
  const code = codeOf(error);
  if (Object.hasOwn(fromTheDoor, code)) return fromTheDoor[code]?.();
  if (passing.test(code)) return new Refused('unavailable', 'Nothing was changed. Try again in a moment.');
  if (lost.test(code) || lostInWords.test(String(error.message))) {
    return new Refused(
      'unavailable',
      'The database was lost on the way. Look whether it was recorded before you try again.',
    );
  }
  if (unreadable.test(code)) return new Refused('invalid', 'A value cannot be read as what it should be.');
  if (!code.startsWith('23')) return undefined;
  const known = words[String(error.constraint)];
  if (!known) return new Refused('conflict', 'This breaks a rule that the records keep.');
  const { kind, pointer } = known;
  const detail = known.detail.replace('{}', String(error.detail));
  return new Refused(kind, detail, [{ ...(pointer === undefined ? {} : { pointer }), code: known.code, detail }]);
}
