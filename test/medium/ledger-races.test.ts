import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { runCloses } from '../campaigns/ledger/closes.js';
import { runEdits } from '../campaigns/ledger/edits.js';
import { startTwo, type TwoProcesses } from '../campaigns/ledger/ground.js';
import { runKeys } from '../campaigns/ledger/keys.js';
import { runReversals } from '../campaigns/ledger/reversals.js';
import { runYears } from '../campaigns/ledger/years.js';
import { createTestDatabase, type TestDatabase } from '../support/test-database.js';

// A part of each campaign of `test/campaigns/ledger.ts`, as much as fits; how each was seen red is told in its README.
const seed = 20_261_122;
let database: TestDatabase;
let two: TwoProcesses;
beforeAll(async () => {
  database = await createTestDatabase();
  two = await startTwo(database.adminUrl, 4);
}, 120_000);
afterAll(async () => {
  await two.stop();
  await database.drop();
});

it('creates and approves one thing for each key, sent eight times at once to two processes', async () => {
  const { faults, counts } = await runKeys(database, two, seed, 150);
  expect(faults).toEqual([]);
  expect(counts['answered again']).toBeGreaterThan(50);
  expect(counts['told that it is approved already']).toBeGreaterThan(50);
}, 300_000);

it('reverses an entry once, of four reversals at once', async () => {
  const { faults, counts } = await runReversals(database, two, seed, 200, 3);
  expect(faults).toEqual([]);
  expect(counts).toMatchObject({ done: 200, refused: 600 });
}, 300_000);

it('freezes exactly what was posted, whoever posts while a month is closed or opened again', async () => {
  const { faults, counts } = await runCloses(database, two, seed, 600);
  expect(faults).toEqual([]);
  const told = [
    'posted',
    'ledger_period_takes_no_entry',
    'posted over HTTP',
    'period-closed',
    'opened before the next closed',
  ];
  expect(told.map((what) => counts[what] ?? 0).every((count) => count > 0)).toBe(true);
}, 300_000);

it('posts what was approved, whoever changes it, approves it too, or made it, at the same moment', async () => {
  const { faults, counts } = await runEdits(database, two, seed, 300);
  expect(faults).toEqual([]);
  const told = [
    'approval: done',
    'approval: 409 changed-since',
    'approvalByMaker: 409 entered-by-you',
    'edit: ledger_draft_decided_once',
  ];
  expect(told.map((what) => counts[what] ?? 0).every((count) => count > 0)).toBe(true);
}, 300_000);

it('closes a year at what it was settled at, whoever settles, posts or opens March again at the same moment', async () => {
  const { faults, counts } = await runYears(database, two, seed, 32);
  expect(faults).toEqual([]);
  const told = [
    'settlement: done',
    'closing: done',
    'closing: ledger_year_closing_when_settled',
    'closing: ledger_year_closing_at_its_outturn',
    'one of two closings: ledger_year_closing_once',
  ];
  expect(told.map((what) => counts[what] ?? 0).every((count) => count > 0)).toBe(true);
}, 300_000);
