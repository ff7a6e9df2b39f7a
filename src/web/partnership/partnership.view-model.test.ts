import { describe, expect, it } from '@jest/globals';
import { agreed } from './agreed.js';
import { fundedBy } from './funded-by.js';
import { nextInstalments } from './next-instalments.js';
import { takingPart } from './taking-part.js';
import { statementYears } from './years.js';

const recorded = { source: 'A minute', illustrative: false, recordedAt: '2026-01-01T00:00:00.000Z', recordedBy: 'Us' };
const today = '2026-11-22';

describe('the years with a share statement', () => {
  const texts = (from: string, until: string | null) =>
    statementYears('x', [{ from, until }], today).map(({ text }) => text);

  it('are those in which a version is in force, the newest first', () => {
    expect(texts('2019-04-01', '2021-04-01')).toEqual(['2020 to 2021', '2019 to 2020']);
    expect(texts('2019-03-31', '2019-04-02')).toEqual(['2019 to 2020', '2018 to 2019']);
  });

  it('end with the year after this one where an agreement has no end', () => {
    expect(texts('2025-04-01', null)).toEqual(['2027 to 2028', '2026 to 2027', '2025 to 2026']);
    expect(texts('2030-04-01', null)).toEqual([]);
  });

  it('lead to their statements', () => {
    const [link] = statementYears('aspire', [{ from: '1999-04-01', until: '2000-04-01' }], today);
    expect(link!.href).toBe('/partnerships/aspire/share-statements/1999-00');
  });
});

describe('who takes part', () => {
  const part = (authorityName: string, role: string, from: string, until: string | null = null) => ({
    ...{ id: authorityName, authority: 'a', authorityName, role, from, until },
    ...recorded,
  });

  it('lists the host of today first and those who left last, with their last day', () => {
    const shown = takingPart(
      [
        part('Gone', 'partner', '2015-04-01', '2016-04-01'),
        part('B', 'partner', '2019-04-01'),
        part('Z', 'host', '2019-04-01'),
      ],
      today,
    );
    expect(shown.map(({ name, now }) => [name, now])).toEqual([
      ['Z', true],
      ['B', true],
      ['Gone', false],
    ]);
    expect(shown[2]!.when).toBe('1 April 2015 to 31 March 2016');
  });
});

describe('agreements', () => {
  const dorset = {
    id: 'p',
    authority: 'dorset',
    authorityName: 'Dorset Council',
    role: 'partner',
    from: '2019-04-01',
    until: null,
  };
  const participations = [{ ...dorset, ...recorded }];
  const version = {
    id: 'v',
    agreement: 'a',
    number: 1,
    from: '2020-04-01',
    until: null,
    supersedes: [],
    decision: 'd',
    clause: null,
    instalments: null,
  };
  const rest = { schedule: {}, thresholds: {}, ladders: null, scheduleDigest: 'sha256:0', ...recorded };
  const agreement = { id: 'a', title: 'The agreement', from: '2020-04-01', until: null, ...recorded };
  const decision = {
    id: 'd',
    authority: 'dorset',
    body: 'Board',
    reference: '7',
    takenOn: '2020-02-12',
    outcome: 'approved',
    approves: 'agreement',
    title: 'Agreed',
    ...recorded,
  };
  const show = (inForce: { from: string; until: string | null }[], ladders: object | null = null) =>
    agreed(
      {
        partnership: { id: 'aspire' },
        agreements: [agreement],
        versions: [{ ...version, ...rest, inForce, ladders }],
        decisions: [decision],
        participations,
      },
      today,
    )[0]!.versions[0]!;

  it.each([
    [null, 'Not recorded: undetermined until the board decides'],
    [{ overspend: [], underspend: [] }, 'By the ladders that it holds'],
    [
      { overspend: [] },
      'By the ladder that it holds for an overspend; an underspend is undetermined until the board decides',
    ],
    [
      { underspend: [] },
      'By the ladder that it holds for an underspend; an overspend is undetermined until the board decides',
    ],
  ])('with the ladders %j say who bears a variance', (ladders, says) => {
    expect(show([], ladders).variance).toBe(says);
  });

  it('name the version in force and the decision that put it there', () => {
    expect(show([{ from: '2020-04-01', until: null }])).toMatchObject({
      name: 'Version 1',
      stands: { text: 'In force now' },
      when: 'From 1 April 2020',
      decision: 'Agreed. Dorset Council, Board, 12 February 2020, reference 7',
    });
  });

  it('say when a version is past or superseded', () => {
    expect(show([{ from: '2020-04-01', until: '2021-04-01' }]).stands.text).toBe('Past');
    expect(show([]).stands.text).toBe('Superseded');
  });
});

describe('funding from outside', () => {
  const source = {
    id: 's',
    name: 'Fund',
    funder: 'A department',
    route: 'off-formula',
    paysFor: 'Therapy',
    pot: null,
    line: null,
    conditions: null,
    from: '2015-05-01',
    ...recorded,
  };
  const change = (certainty: string, happenedOn: string, confirmedUntil: string | null = null) => ({
    ...{ id: happenedOn, fundingSource: 's', certainty, happenedOn, confirmedUntil, nextDecisionBy: null },
    ...recorded,
  });

  it('is as certain as was last said by today', () => {
    const certainties = [
      change('at-risk', '2027-01-01'),
      change('confirmed', '2025-04-01', '2028-03-31'),
      change('lost', '2025-03-31'),
    ];
    const [fund] = fundedBy({ sources: [source], amounts: [], certainties }, today);
    expect(fund!.certainty).toEqual({ text: 'Confirmed', classes: 'govuk-tag--green' });
    expect(fund!.rows).toContainEqual({ key: { text: 'Confirmed to the end of' }, value: { text: '31 March 2028' } });
  });

  it('gives what was last announced for today', () => {
    const amount = (id: string, announcedOn: string, pounds: string) => ({
      ...{
        id,
        fundingSource: 's',
        from: '2026-04-01',
        until: '2027-04-01',
        amount: pounds,
        limitPerChild: '3000.00',
        announcedOn,
      },
      ...recorded,
    });
    const amounts = [
      amount('a', '2026-02-10', '100.00'),
      amount('b', '2026-06-01', '200.00'),
      amount('c', '2027-01-01', '300.00'),
    ];
    const [fund] = fundedBy({ sources: [source], amounts, certainties: [] }, today);
    expect(fund!.certainty.text).toBe('Not recorded');
    expect(fund!.rows).toContainEqual({
      key: { text: 'Gives now' },
      value: { text: '£200.00, 1 April 2026 to 31 March 2027' },
    });
  });
});

describe('the next instalments', () => {
  const part = (number: number, dueOn: string, billed = '0.00', proposed = '0.00') => ({
    ...{ number, dueOn, payBy: dueOn, amount: '250.00', billed, proposed },
  });
  const schedule = (...instalments: ReturnType<typeof part>[]) => ({
    ...{ partnership: 'x', year: '2026-27', asAt: today, profile: 'stated-dates', agreed: null, illustrative: false },
    ...{ statementDigest: 'sha256:0', reopened: [], total: '1000.00' },
    partners: [{ partner: 'a', share: '1000.00', instalments }],
  });
  const dorset = { authority: 'a', authorityName: 'Dorset Council', role: 'partner', from: '2019-04-01', until: null };
  const asked = { partnership: 'x', participations: [{ id: 'p', ...dorset, ...recorded }], today };

  it('are the first of each partner from today on, with whether it is billed, and lead to all of the year', () => {
    const due = schedule(part(1, '2026-04-01', '250.00'), part(2, today, '200.00'), part(3, '2027-01-01'));
    expect(nextInstalments(asked, due)).toMatchObject({
      ...{ year: '2026 to 2027', behind: undefined, all: '/partnerships/x/ledger/instalments/2026-27' },
      rows: [
        {
          ...{ name: 'Dorset Council', due: '22 November 2026', amount: '£250.00', says: '£200.00 billed' },
          tag: { text: 'Billed' },
        },
      ],
    });
    const waiting = schedule(part(3, '2027-01-01', '0.00', '250.00'));
    expect(nextInstalments(asked, waiting).rows[0]!.tag!.text).toBe('Waits for approval');
  });

  it('say what fell due and is not billed, that nothing is left, or that nothing falls due', () => {
    const over = nextInstalments(asked, schedule(part(1, '2026-04-01'), part(2, '2026-07-01', '250.00')));
    expect([over.says, over.rows, over.behind]).toEqual([
      ...['All of 2026 to 2027 has fallen due.', [], '1 instalment fell due before today and is not billed.'],
    ]);
    const none = nextInstalments(asked, undefined);
    expect([none.rows, none.all]).toEqual([[], undefined]);
    expect(none.says).toMatch(/^No agreement version with a funding schedule for 2026 to 2027 is in force/);
  });
});
