import { describe, expect, it } from '@jest/globals';
import { asAtErrors, asAtForm } from './as-at.view-model.js';
import { readAsAt } from './read-as-at.js';

const boxes = (day: string, month: string, year: string) =>
  readAsAt({ 'asAt-day': day, 'asAt-month': month, 'asAt-year': year });

describe('the date that a page is asked for', () => {
  it.each([
    [readAsAt({}), undefined],
    [boxes('', ' ', ''), undefined],
    [readAsAt({ asAt: '2020-11-01' }), '2020-11-01'],
    [boxes('1', '11', '2020'), '2020-11-01'],
    [boxes('01', 'nov', '2020'), '2020-11-01'],
    [boxes('1', 'November', '2020'), '2020-11-01'],
  ])('is read as a link and as a form give it', (read, date) => {
    expect(read).toMatchObject({ ok: true, date });
  });

  it.each([
    [boxes('', '11', '2020'), 'The date must include a day', ['day']],
    [boxes('1', '', ''), 'The date must include a month and a year', ['month', 'year']],
    [boxes('31', '2', '2020'), 'The date must be a real date', ['day', 'month', 'year']],
    [boxes('1', '13', '2020'), 'The month must be from 1 to 12, or its name', ['month']],
    [boxes('1', '1', '20'), 'The year must include 4 numbers', ['year']],
    [boxes('1', '1', '1066'), 'The year must be between 1900 and 2199', ['year']],
    [boxes('one', '1', '2020'), 'The date must be a real date', ['day', 'month', 'year']],
    [readAsAt({ asAt: 'yesterday' }), 'The date must be a real date', ['day', 'month', 'year']],
    [readAsAt({ asAt: ['2020-01-01', '2020-01-02'] }), 'The date must be a real date', ['day', 'month', 'year']],
  ])('is refused kindly, with its boxes named', (read, message, wrong) => {
    expect(read).toMatchObject({ ok: false, message, wrong });
    expect(asAtErrors(read)).toEqual([{ text: message, href: `#asAt-${wrong[0]}` }]);
  });

  it('stays in the boxes as it was typed', () => {
    expect(asAtForm('/there', boxes('31', 'Feb', '2020'))).toMatchObject({
      open: true,
      shown: undefined,
      input: {
        errorMessage: { text: 'The date must be a real date' },
        items: [
          { name: 'day', value: '31', classes: 'govuk-input--width-2 govuk-input--error' },
          { name: 'month', value: 'Feb', classes: 'govuk-input--width-2 govuk-input--error' },
          { name: 'year', value: '2020', classes: 'govuk-input--width-4 govuk-input--error' },
        ],
      },
    });
    expect(asAtForm('/there', readAsAt({ asAt: '2020-01-02' }), '2020-01-02').shown).toBe('2 January 2020');
  });
});
