import { readFileSync } from 'node:fs';
import type { Type } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { NewAgreementVersion } from '../../src/features/agreements/dto/agreement-version.js';
import { NewAgreement } from '../../src/features/agreements/dto/agreement.js';
import { NewAuthority } from '../../src/features/authorities/dto/authority.js';
import { NewBudget } from '../../src/features/budgets/dto/budget.js';
import { NewCommitment } from '../../src/features/budgets/dto/commitment.js';
import { NewForecast } from '../../src/features/budgets/dto/forecast.js';
import { NewContribution } from '../../src/features/contributions/dto/contribution.js';
import { NewProvision } from '../../src/features/contributions/dto/provision.js';
import { NewReceipt } from '../../src/features/contributions/dto/receipt.js';
import { NewDecision } from '../../src/features/decisions/dto/decision.js';
import { authorities } from '../../src/features/demonstration/data/authorities.js';
import { partnerships } from '../../src/features/demonstration/data/partnerships.js';
import type { PartnershipRecords } from '../../src/features/demonstration/records.js';
import { NewCertaintyChange } from '../../src/features/funding/dto/certainty-change.js';
import { NewFundingAmount } from '../../src/features/funding/dto/funding-amount.js';
import { NewFundingSource } from '../../src/features/funding/dto/funding-source.js';
import { NewPackageReturn } from '../../src/features/funding/dto/package-return.js';
import { NewPlannedSpend } from '../../src/features/funding/dto/planned-spend.js';
import { NewParticipation } from '../../src/features/partnerships/dto/participation.js';
import { NewPartnership } from '../../src/features/partnerships/dto/partnership.js';
import { BodyPipe } from '../../src/platform/http/body.pipe.js';
import { startApp, type TestApp } from '../support/app.js';

type Kinds = Omit<PartnershipRecords, 'partnership'>;

/** What anybody would post for each kind of record. */
const shapes: { readonly [K in keyof Kinds]: Type<object> } = {
  participations: NewParticipation,
  decisions: NewDecision,
  agreements: NewAgreement,
  agreementVersions: NewAgreementVersion,
  contributions: NewContribution,
  receipts: NewReceipt,
  provisions: NewProvision,
  fundingSources: NewFundingSource,
  fundingAmounts: NewFundingAmount,
  certaintyChanges: NewCertaintyChange,
  plannedSpends: NewPlannedSpend,
  packageReturns: NewPackageReturn,
  budgets: NewBudget,
  forecasts: NewForecast,
  commitments: NewCommitment,
};
const kinds = Object.keys(shapes) as (keyof Kinds)[];

interface Said {
  readonly source: string;
  readonly illustrative?: boolean;
}
const kept = partnerships.flatMap((records) => kinds.flatMap((kind) => [...records[kind]]));
const all: readonly Said[] = [...authorities, ...partnerships.map(({ partnership }) => partnership), ...kept];

const aCase = (name: string) =>
  JSON.parse(readFileSync(new URL(`../cases/${name}.json`, import.meta.url), 'utf8')) as {
    expect: { partners: Record<string, string> };
  };

describe('the demonstration', () => {
  let test: TestApp;
  let first: { added: number };
  const load = () => test.loadDemonstration();
  const get = async (path: string) => {
    const answer = await test.http.get(`/api/v1/${path}`);
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.text}`);
    return answer.body;
  };
  /** Every table's contents, in one text each. */
  const contents = async () => {
    const tables = Object.keys(await test.database.rowCounts());
    const texts = tables.map(
      (table) =>
        `select '${table}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${table} t`,
    );
    return test.database.sql(`${texts.join(' union all ')} order by name`);
  };

  beforeAll(async () => {
    test = await startApp();
    test.setClock('2026-11-22T09:00:00Z');
    first = await load();
  });
  afterAll(() => test.stop());

  it('records everything once', async () => {
    const counts = await test.database.rowCounts();
    expect(first.added).toBe(all.length);
    expect(counts['authority']).toBe(15);
    expect(counts['partnership']).toBe(4);
    expect(counts['certainty_change']).toBe(partnerships.flatMap((records) => records.certaintyChanges).length);
  });

  it('changes nothing when it is loaded again', async () => {
    const [counts, before] = [await test.database.rowCounts(), await contents()];
    await expect(load()).resolves.toEqual({ added: 0 });
    expect(await test.database.rowCounts()).toEqual(counts);
    expect(await contents()).toEqual(before);
  });

  it('completes a load that was cut short', async () => {
    const counts = await test.database.rowCounts();
    await test.database.sql(`
      set session_replication_role = replica;
      delete from receipt where partnership_id = 'aspire';
      delete from planned_spend where partnership_id = 'kent-bexley-medway';
      delete from authority where id = 'northamptonshire'`);
    const lost = partnerships.flatMap(({ partnership, receipts, plannedSpends }) => [
      ...(partnership.id === 'aspire' ? receipts : []),
      ...(partnership.id === 'kent-bexley-medway' ? plannedSpends : []),
    ]);
    await expect(load()).resolves.toEqual({ added: lost.length + 1 });
    expect(await test.database.rowCounts()).toEqual(counts);
  });

  it('holds nothing that could not have been posted', async () => {
    const check = async (shape: Type<object>, record: object) => {
      const { id, ...given } = record as { id?: string };
      await new BodyPipe(shape).transform(
        shape === NewAuthority || shape === NewPartnership ? { id, ...given } : given,
      );
    };
    for (const authority of authorities) await check(NewAuthority, authority);
    for (const records of partnerships) {
      await check(NewPartnership, records.partnership);
      for (const kind of kinds) for (const record of records[kind]) await check(shapes[kind], record);
    }
  });

  it('gives every record an id of its own', () => {
    expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length);
  });

  it('says of every illustrative record that it is, and of no other', () => {
    const unsaid = all.filter(
      ({ source, illustrative }) => source.startsWith('Illustrative: ') !== (illustrative ?? false),
    );
    expect(unsaid).toEqual([]);
  });

  it('says of every published record where it was published', () => {
    const published = all.filter(({ illustrative }) => !illustrative);
    const unsourced = published.filter(({ source }) => !/https?:\/\/|Office for National Statistics/.test(source));
    expect(unsourced).toEqual([]);
    expect(published.length).toBeGreaterThan(50);
  });

  it('says in every answer what is illustrative', async () => {
    const { items } = await get('partnerships/aspire/agreement-versions?sort=from');
    expect(items.map((version: Said) => version.illustrative)).toEqual([false, true]);
  });

  it('names offices, and no person', () => {
    const texts = [...all].map((record) => JSON.stringify(record).replace(/https?:[^\s"\\]*[^\s"\\.,;]/g, ''));
    expect(texts.filter((text) => /\b(Cllr|Councillor|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|OBE|MBE)\b/.test(text))).toEqual([]);
    const runs = texts.flatMap((text) => text.match(/\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b/g) ?? []);
    expect([...new Set(runs.filter((run) => !run.split(' ').every((word) => offices.has(word))))]).toEqual([]);
  });

  it.each([
    ['adopt-south', '2019-20', 'adopt-south-2019-20', '3760000.00'],
    ['aspire', '2020-21', 'aspire-2020-21', '2103700.00'],
  ])('shares %s in %s as published, to the penny', async (partnership, year, name, total) => {
    const statement = await get(`partnerships/${partnership}/share-statements/${year}`);
    const shares = statement.partners.map(({ partner, share }: Record<string, string>) => [partner, share]);
    expect(Object.fromEntries(shares)).toEqual(aCase(name).expect.partners);
    expect(statement.totals).toMatchObject({ share: total, billed: total, paid: total, outstanding: '0.00' });
    expect(statement.parts).toHaveLength(1);
    expect(statement.parts[0].agreementVersion.illustrative).toBe(false);
  });

  it("asks twice its year's share of the Isle of Wight in the first two years", async () => {
    const years = ['2019-20', '2020-21'].map((year) => get(`partnerships/adopt-south/share-statements/${year}`));
    const partners = (await Promise.all(years)).flatMap((statement) => statement.partners);
    const island = partners.filter(({ partner }: { partner: string }) => partner === 'isle-of-wight');
    expect(island.map(({ share }: { share: string }) => share)).toEqual(['228000.00', '228000.00']);
  });

  it.each([
    ['adopt-south', '2026-27', '4512000.00'],
    ['aspire', '2026-27', '2524440.00'],
    ['central-bedfordshire-and-milton-keynes', '2026-27', '1997500.00'],
    ['kent-bexley-medway', '2020-21', '989000.00'],
    ['kent-bexley-medway', '2026-27', '2730000.00'],
  ])('bills %s in %s for exactly the shares of its schedule', async (partnership, year, total) => {
    const statement = await get(`partnerships/${partnership}/share-statements/${year}`);
    expect(statement.totals).toMatchObject({ share: total, billed: total });
    for (const partner of statement.partners) expect(partner.billed).toBe(partner.share);
    expect(statement.checks.filter(({ holds }: { holds: boolean }) => !holds)).toEqual([]);
  });

  /** The flags of a partnership as at a day: what each is about, in total and for each partner. */
  const flags = async (partnership: string, asAt: string) => {
    const { items } = await get(`partnerships/${partnership}/flags?asAt=${asAt}`);
    return Object.fromEntries(
      items.map(({ code, total, partners }: { code: string; total: string; partners: Record<string, string>[] }) => [
        code,
        [total, Object.fromEntries(partners.map(({ partner, amount }) => [partner, amount]))],
      ]),
    );
  };

  it('shows what puts money at risk, and whose', async () => {
    expect(await flags('aspire', '2026-11-22')).toEqual({
      'source-ends': ['730525.60', { bcp: '407408.51', dorset: '323117.09' }],
      'source-limit': ['40850.00', { bcp: '23700.00', dorset: '17150.00' }],
      'contribution-overdue': ['258755.10', { dorset: '258755.10' }],
      'provision-gap': ['50020.40', { dorset: '50020.40' }],
    });
    expect(await flags('central-bedfordshire-and-milton-keynes', '2026-11-22')).toHaveProperty('source-concentration');
    expect(await flags('kent-bexley-medway', '2026-11-22')).toHaveProperty('source-unconfirmed');
    expect(await flags('adopt-south', '2026-11-22')).toEqual({});
  });

  it('shows the fund lapsing on the last day of March 2025, and confirmed on the next', async () => {
    expect(Object.keys(await flags('aspire', '2025-03-31')).sort()).toEqual(['source-ends', 'source-unconfirmed']);
    expect(await flags('aspire', '2025-04-01')).toEqual({});
  });

  it('lets no two versions hold on one day', async () => {
    for (const { partnership, agreementVersions } of partnerships) {
      const { items } = await get(`partnerships/${partnership.id}/agreement-versions`);
      const days = items.map(({ inForce }: { inForce: unknown[] }) => inForce);
      expect(days).toHaveLength(agreementVersions.length);
      for (const { from, until, inForce } of items) expect(inForce).toEqual([{ from, until }]);
    }
  });
});

/** Every word that stands in a name of several words: councils, bodies, places, newspapers, months. */
const offices = new Set(
  `
  Adopt Adoption Andover Aspire Association Bedford Bedfordshire Borough Bournemouth British Buckinghamshire Cabinet
  Cambridgeshire Central Children City Committee Connects Council County Dorset East Echo Education Fund Guardianship
  Hampshire Integrated Kent Keynes London Love Medway Member Milton National News Northamptonshire Now Partnership People
  Poole Portsmouth South Southampton Special Statistics Support The Wight Young
  `.split(/\s+/),
);
