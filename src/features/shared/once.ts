import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { digest } from '../../engine/digest.js';
import type { Context } from '../../platform/database/context.js';
import { Database } from '../../platform/database/database.js';
import { statement } from '../../platform/database/statement.js';
import { Refused } from '../../platform/http/problem.js';

/** A request that creates something: its key, what it says, and where the answer goes. */
interface Creating {
  readonly key: string;
  readonly body: object;
  readonly reply: FastifyReply;
}

/** A request that decides or changes something: what it says names that too; a key is sent by who wants the answer again. */
type Deciding = Omit<Creating, 'key'> & { readonly key: string | undefined };

/** What was answered, and where the new record is. */
interface Created<S> {
  readonly body: S;
  readonly location: string;
  /** Whether this was answered before, and nothing was created now. */
  readonly again: boolean;
}

type Work<S> = (context: Context) => Promise<S>;
/** Where what was created, or decided, is from then on. */
type Place<S> = (reply: FastifyReply, answer: S) => string;

const claim = statement('insert into idempotency (action, key, fingerprint) values ($1, $2, $3)');
const keep = statement(
  'update idempotency set answer = $3, location = $4 where action = $1 and key = $2 and answer is null',
);
const answered = statement('select fingerprint, answer, location from idempotency where action = $1 and key = $2');

interface AnsweredRow {
  readonly fingerprint: string;
  readonly answer: string;
  readonly location: string;
}

/**
 * Creates something once for each key (INV-13). The key is claimed in the transaction that creates, so of two at the same
 * moment the second waits for the first and then has its answer; a refusal keeps nothing, so the key may be used again.
 */
@Injectable()
export class Once {
  constructor(private readonly database: Database) {}

  /** Answers with what the work creates, or created when this key was first sent; `Location` is beside where it was posted. */
  async create<S extends { readonly id: string }>(context: Context, asked: Creating, work: Work<S>): Promise<S> {
    const { body, location } = await this.answer(context, asked, work, (reply, { id }) => `${placeOf(reply)}/${id}`);
    void asked.reply.header('location', location);
    return body;
  }

  /** Answers with what was decided, or was when this key was first sent; without a key, whoever sends it again does so again, or is refused. */
  async decide<S extends object>(context: Context, { key, body, reply }: Deciding, work: Work<S>): Promise<S> {
    if (key === undefined) return work(context);
    return (await this.answer(context, { key, body, reply }, work, placeOf)).body;
  }

  private async answer<S extends object>(context: Context, asked: Creating, work: Work<S>, place: Place<S>) {
    const answer = await this.firstOrAgain(context, asked, work, place);
    if (answer.again) void asked.reply.header('idempotent-replayed', 'true');
    return answer;
  }

  private async firstOrAgain<S extends object>(context: Context, asked: Creating, work: Work<S>, place: Place<S>) {
    const fingerprint = digest({ partnership: context.partnership, body: asked.body });
    try {
      return await this.first(context, asked, fingerprint, work, place);
    } catch (thrown) {
      if (isClaimed(thrown)) return this.again<S>(context, asked.key, fingerprint);
      throw thrown;
    }
  }

  /** The claim is sent with the first statement of the work: when it fails, so does all that follows it. */
  private first<S extends object>(
    context: Context,
    { key, reply }: Creating,
    fingerprint: string,
    work: Work<S>,
    place: Place<S>,
  ): Promise<Created<S>> {
    return this.database.write(context, async (session) => {
      const claiming = session.rows(claim, [context.action, key, fingerprint]);
      const [claimed, done] = await Promise.allSettled([claiming, work(session.context)]);
      if (claimed.status === 'rejected') throw claimed.reason;
      if (done.status === 'rejected') throw done.reason;
      const location = place(reply, done.value);
      await session.rows(keep, [context.action, key, JSON.stringify(done.value), location]);
      return { body: done.value, location, again: false };
    });
  }

  private async again<S>(context: Context, key: string, fingerprint: string): Promise<Created<S>> {
    const row = await this.database.questions(context).one<AnsweredRow>(answered, [context.action, key]);
    if (!row) throw new Refused('unavailable', 'A request with this key was under way. Send it again.');
    if (row.fingerprint !== fingerprint) throw usedOtherwise();
    return { body: JSON.parse(row.answer) as S, location: row.location, again: true };
  }
}

/** Where it was posted, without what stood after a question mark: a new record is beside it. */
function placeOf({ request }: FastifyReply): string {
  return request.url.split('?')[0] ?? '';
}

function isClaimed(thrown: unknown): boolean {
  const { code, constraint } = thrown as { readonly code?: unknown; readonly constraint?: unknown };
  return code === '23505' && constraint === 'idempotency_pkey';
}

function usedOtherwise(): Refused {
  const detail = 'Expected a key of its own: this one came with another request before.';
  return new Refused('invalid', `${detail} Nothing was stored.`, [
    { header: 'Idempotency-Key', code: 'key-used-otherwise', detail },
  ]);
}
