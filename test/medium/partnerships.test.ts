import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { authorityListing } from '../../src/features/authorities/authority.reader.js';
import { participationListing } from '../../src/features/partnerships/participation.reader.js';
import { partnershipListing } from '../../src/features/partnerships/partnership.reader.js';
import { startApp, type TestApp } from '../support/app.js';
import { smallPartnership } from '../support/partnership.js';
import { addAll, keepsTheRulesOfRecords, type RecordsUnderTest } from '../support/record-rules.js';

let app: TestApp;
const under: Record<string, RecordsUnderTest> = {};
const source = 'Order in council';

beforeAll(async () => {
  app = await startApp();
  const authority = { id: 'dorset', name: 'Dorset Council', kind: 'unitary', code: 'E06000059', source };
  under['authorities'] = await addAll(app, '/api/v1/authorities', [
    authority,
    { ...authority, id: 'kent', name: 'Kent County Council', kind: 'county', code: 'E10000016', illustrative: true },
    { id: 'families', name: 'Families for Children', kind: 'voluntary-agency', source },
  ]);
  const partnership = { id: 'first', name: 'The first', deliveryModel: 'hosted', about: 'Two councils.', source };
  under['partnerships'] = await addAll(app, '/api/v1/partnerships', [
    { ...partnership, liveOn: '2019-04-01', fullyOperationalOn: '2019-10-01' },
    { ...partnership, id: 'second', name: 'A second', deliveryModel: 'alliance', illustrative: true },
    { ...partnership, id: 'third', name: 'A third', liveOn: '2020-04-01' },
  ]);
  const taking = { authority: 'dorset', role: 'host', from: '2019-04-01', until: '2021-04-01', source };
  under['participations'] = await addAll(app, '/api/v1/partnerships/first/participations', [
    taking,
    { ...taking, role: 'partner', from: '2021-04-01', until: '2031-04-01' },
    { ...taking, authority: 'kent', from: '2021-04-01', until: undefined, illustrative: true },
    { ...taking, authority: 'families', role: 'observer', from: '2018-01-01' },
  ]);
});
afterAll(() => app.stop());

describe('an authority', () => {
  keepsTheRulesOfRecords(authorityListing, () => under['authorities']!, [
    { says: 'an id with capitals', change: { id: 'Dorset' }, pointer: '/id', code: 'not-an-id' },
    { says: 'an id of 64 characters', change: { id: 'a'.repeat(64) }, pointer: '/id', code: 'not-an-id' },
    { says: 'a code of eight characters', change: { code: 'E0600005' }, pointer: '/code', code: 'not-a-code' },
    { says: 'another kind', change: { kind: 'parish' }, pointer: '/kind', code: 'not-a-choice' },
    { says: 'a name too long', change: { name: 'x'.repeat(201) }, pointer: '/name', code: 'not-words' },
    {
      says: 'an id that is taken',
      change: { name: 'B', code: undefined },
      status: 409,
      pointer: '/id',
      code: 'already-recorded',
    },
    {
      says: 'a name that is taken',
      change: { id: 'b', code: undefined },
      status: 409,
      pointer: '/name',
      code: 'already-recorded',
    },
    {
      says: 'a code that is taken',
      change: { id: 'b', name: 'B' },
      status: 409,
      pointer: '/code',
      code: 'already-recorded',
    },
  ]);

  it('has no code where none was given', () => {
    expect(under['authorities']!.views[2]).toMatchObject({ id: 'families', code: null, illustrative: false });
  });
});

describe('a partnership', () => {
  const operational = { id: 'x', name: 'X', fullyOperationalOn: '2019-03-31' };
  keepsTheRulesOfRecords(partnershipListing, () => under['partnerships']!, [
    { says: 'every partnership as an id', change: { id: '*' }, pointer: '/id', code: 'not-an-id' },
    { says: 'another model', change: { deliveryModel: 'franchise' }, pointer: '/deliveryModel', code: 'not-a-choice' },
    { says: 'an empty name', change: { name: '' }, pointer: '/name', code: 'not-words' },
    { says: 'a day that does not exist', change: { liveOn: '2019-02-29' }, pointer: '/liveOn', code: 'not-a-date' },
    {
      says: 'work in full before it was live',
      change: operational,
      pointer: '/fullyOperationalOn',
      code: 'before-live',
    },
    { says: 'an id that is taken', change: { name: 'X' }, status: 409, pointer: '/id', code: 'already-recorded' },
    { says: 'a name that is taken', change: { id: 'x' }, status: 409, pointer: '/name', code: 'already-recorded' },
  ]);

  it('may be fully operational on the day it goes live', async () => {
    const days = { liveOn: '2019-04-01', fullyOperationalOn: '2019-04-01' };
    const answer = await app.http.post('/api/v1/partnerships', {
      ...under['partnerships']!.bodies[0],
      id: 'y',
      name: 'Y',
      ...days,
    });
    expect([answer.status, answer.text]).toEqual([201, answer.text]);
  });
});

describe('a participation', () => {
  const nobody = { authority: 'nobody', from: '2031-04-01', until: undefined };
  keepsTheRulesOfRecords(participationListing, () => under['participations']!, [
    { says: 'an authority that is not recorded', change: nobody, pointer: '/authority', code: 'not-there' },
    { says: 'another role', change: { role: 'guest' }, pointer: '/role', code: 'not-a-choice' },
    { says: 'an end before its start', change: { until: '2019-03-31' }, pointer: '/until', code: 'not-after-from' },
    { says: 'an end on its start', change: { until: '2019-04-01' }, pointer: '/until', code: 'not-after-from' },
    {
      says: 'a second role on one day',
      change: { role: 'observer', from: '2021-03-31' },
      status: 409,
      pointer: '/from',
      code: 'overlaps',
    },
    {
      says: 'a second host on one day',
      change: { authority: 'families', from: '2021-03-31', until: undefined },
      status: 409,
      pointer: '/from',
      code: 'overlaps',
    },
    {
      says: 'a host beside the host',
      change: { authority: 'families', from: '2021-04-01', until: undefined },
      status: 409,
      pointer: '/role',
      code: 'overlaps',
    },
  ]);

  it('names its authority', () => {
    expect(under['participations']!.views[2]).toMatchObject({ authorityName: 'Kent County Council', until: null });
  });

  it('may begin on the day on which another ends', async () => {
    await smallPartnership(app, 'next');
    const base = '/api/v1/partnerships/next/participations';
    const role = { authority: 'kent', role: 'invited', from: '2019-04-01', until: '2019-05-01', source };
    expect((await app.http.post(base, role)).status).toBe(201);
    expect((await app.http.post(base, { ...role, role: 'partner', from: '2019-05-01', until: null })).status).toBe(201);
  });

  it('is as invited or observer for a lead officer to record; admission, exit and who hosts are reserved', async () => {
    await smallPartnership(app, 'reserved');
    const lead = await app.as({ role: 'lead-officer', partnership: 'reserved', authority: 'reserved-a' });
    const administrator = await app.as({ role: 'administrator' });
    const base = '/api/v1/partnerships/reserved/participations';
    const given = (role: string, year: number) => ({
      ...{ authority: 'kent', role, from: `${year}-04-01`, until: `${year + 1}-04-01`, source },
    });
    for (const role of ['host', 'partner', 'withdrawn'])
      expect([role, (await lead.post(base, given(role, 2010))).status]).toEqual([role, 403]);
    expect((await app.http.get(`${base}?authority=kent`)).body.items).toEqual([]);
    for (const [at, role] of ['invited', 'observer'].entries())
      expect([role, (await lead.post(base, given(role, 2010 + at))).status]).toEqual([role, 201]);
    expect((await administrator.post(base, given('partner', 2012))).status).toBe(201);
  });

  it('lets the other records of its partnership, and of no other, name the authority', async () => {
    const given = { authority: 'kent', dueOn: '2026-04-01', amount: '1.00', what: 'A bill', source };
    expect((await app.http.post('/api/v1/partnerships/first/contributions', given)).status).toBe(201);
    expect((await app.http.post('/api/v1/partnerships/second/contributions', given)).status).toBe(422);
  });
});

it('says where a new record is without what stood after the question mark', async () => {
  const answer = await app.http.post('/api/v1/authorities?from=here', { id: 'z', name: 'Z', kind: 'other', source });
  expect(answer.headers['location']).toBe('/api/v1/authorities/z');
});
