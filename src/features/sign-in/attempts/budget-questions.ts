import type { Value } from '../../../platform/database/session.js';
import { type Statement, statement } from '../../../platform/database/statement.js';
import type { BudgetName } from '../limits.js';

/** Who tries, as far as budgets count it. */
export interface Attempting {
  readonly nameDigest: string;
  readonly address: string;
  /** The device, when this account has signed in with it before. */
  readonly device: string | undefined;
}

/** How one budget counts: which attempts are its own, and whether a success among them clears what failed before. */
interface Counting {
  readonly where: string;
  readonly clears: boolean;
  readonly key: (attempting: Attempting) => readonly Value[];
}

const byName = `name_digest = decode($2, 'hex')`;

const countings: Readonly<Record<BudgetName, Counting>> = {
  device: { where: 'device_id = $2::text::uuid', clears: true, key: ({ device }) => [device ?? null] },
  pair: {
    where: `${byName} and address = $3 and device_id is null and step = 'password'`,
    clears: true,
    key: ({ nameDigest, address }) => [nameDigest, address],
  },
  account: {
    where: `${byName} and device_id is null and step = 'password'`,
    clears: false,
    key: ({ nameDigest }) => [nameDigest],
  },
  address: { where: 'address = $2 and device_id is null', clears: false, key: ({ address }) => [address] },
  code: {
    where: `${byName} and device_id is null and step = 'code'`,
    clears: false,
    key: ({ nameDigest }) => [nameDigest],
  },
  recovery: { where: `${byName} and step = 'recovery'`, clears: true, key: ({ nameDigest }) => [nameDigest] },
};

const succeeded = 'exists (select from authz.sign_in_success s where s.attempt_id = a.id)';

/** How many of a budget's attempts failed within its window, and how long ago the last was made. */
function failures({ where, clears }: Counting): Statement {
  const since = clears
    ? `and made_at > coalesce((select max(made_at) from authz.sign_in_attempt a where ${where}
        and made_at > clock_timestamp() - make_interval(secs => $1) and ${succeeded}), '-infinity')`
    : '';
  return statement(`
    select count(*)::int as count, coalesce(extract(epoch from clock_timestamp() - max(made_at)), 0)::float8 as "sinceLast"
    from authz.sign_in_attempt a
    where ${where} and made_at > clock_timestamp() - make_interval(secs => $1) ${since} and not ${succeeded}`);
}

/** One question for each budget: the window in seconds, then what it counts by. */
export const budgetQuestions = Object.fromEntries(
  Object.entries(countings).map(([name, counting]) => [name, { asked: failures(counting), key: counting.key }]),
) as Readonly<Record<BudgetName, { readonly asked: Statement } & Pick<Counting, 'key'>>>;
