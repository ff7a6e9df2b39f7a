import type { NewPartnership } from '../../../partnerships/dto/partnership.js';
import { recordId } from '../../record-id.js';
import type { Given, KeptParticipation } from '../../records.js';
import { live, panel } from './sources.js';

const id = 'central-bedfordshire-and-milton-keynes';

export const partnership: Given<NewPartnership> = {
  id,
  name: 'Central Bedfordshire and Milton Keynes',
  deliveryModel: 'hosted',
  about:
    'Two councils arrange adoption together as Adoption Connects; Central Bedfordshire hosts. It took the lead of the ' +
    'project in June 2017. Bedford Borough waits and observes; three county councils looked at other options.',
  liveOn: '2019-04-01',
  fullyOperationalOn: '2019-10-01',
  source: `${panel}; ${live}. October 2019 for fully operational: the day was not found, the first of the month stands for it`,
};

export const participations: readonly KeptParticipation[] = [
  {
    id: recordId(`${id}/participation/central-bedfordshire/lead`),
    authority: 'central-bedfordshire',
    role: 'partner',
    from: '2017-06-01',
    until: '2019-04-01',
    source: `Took the lead of the project in June 2017: ${panel}. The day was not found: the first of the month stands for it`,
  },
  {
    id: recordId(`${id}/participation/central-bedfordshire/host`),
    authority: 'central-bedfordshire',
    role: 'host',
    from: '2019-04-01',
    source: `A model hosted by a local authority, live in April 2019: ${panel}; ${live}`,
  },
  {
    id: recordId(`${id}/participation/milton-keynes`),
    authority: 'milton-keynes',
    role: 'partner',
    from: '2019-04-01',
    source: `${live}; ${panel}`,
  },
  {
    id: recordId(`${id}/participation/bedford`),
    authority: 'bedford',
    role: 'observer',
    from: '2018-10-26',
    source: `Decided to wait and see: ${panel}. From the day of the report, the latest it can have been`,
  },
  ...['buckinghamshire', 'cambridgeshire', 'northamptonshire'].map((authority) => ({
    id: recordId(`${id}/participation/${authority}`),
    authority,
    role: 'withdrawn',
    from: '2018-10-26',
    source: `Decided to look at other options: ${panel}. From the day of the report, the latest it can have been`,
  })),
];
