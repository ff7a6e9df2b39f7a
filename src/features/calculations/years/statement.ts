import type { ShareStatementReader } from '../../shares/share-statement.reader.js';

/** The share statement of a year, as its reader answers. */
export type Statement = Awaited<ReturnType<ShareStatementReader['read']>>;
export type StatementPart = Statement['parts'][number];
