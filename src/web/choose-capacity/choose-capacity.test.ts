import { describe, expect, it } from '@jest/globals';
import { chooseCapacityPage } from './choose-capacity.view-model.js';

const officer = {
  grant: 'g1',
  name: 'Finance officer of Dorset Council',
  partnership: 'Aspire Adoption',
  endsBefore: '2027-04-01',
};
const administrator = { grant: 'g2', name: 'Administrator', partnership: undefined, endsBefore: undefined };
const asked = { capacities: [officer, administrator], chosen: undefined, next: '/x', missing: false };

describe('the page to choose a capacity on', () => {
  it('says of each role where it is and until when', () => {
    expect(chooseCapacityPage(asked).radios).toMatchObject({
      items: [
        {
          value: 'g1',
          text: 'Finance officer of Dorset Council',
          hint: { text: 'Aspire Adoption, until 31 March 2027' },
        },
        { value: 'g2', text: 'Administrator', hint: { text: 'All partnerships' } },
      ],
    });
  });

  it('marks the one that is chosen', () => {
    expect(chooseCapacityPage({ ...asked, chosen: 'g2' }).radios).toMatchObject({ value: 'g2' });
  });

  it('leads to the first where none was chosen', () => {
    expect(chooseCapacityPage({ ...asked, missing: true }).page.errors).toEqual([
      { text: 'Select the role that you act in', href: '#capacity' },
    ]);
  });

  it('says so where there is none', () => {
    expect(chooseCapacityPage({ ...asked, capacities: [] })).toMatchObject({
      page: { title: 'You have no role at present' },
      radios: undefined,
    });
  });
});
