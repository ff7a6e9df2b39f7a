import type { NewPartnership } from '../../../partnerships/dto/partnership.js';
import { recordId } from '../../record-id.js';
import type { Given, KeptParticipation } from '../../records.js';

const budget = 'Dorset Echo, https://dorsetecho.co.uk/news/19770615.adoptions-children-fallen-across-dorset';
const firstBirthday =
  'BH Living, 12 July 2018, https://www.bhliving.co.uk/2018/07/12/aspire-adoption-dorset-first-birthday/';

export const partnership: Given<NewPartnership> = {
  id: 'aspire',
  name: 'Aspire Adoption',
  deliveryModel: 'hosted',
  about:
    'Bournemouth, Christchurch and Poole Council and Dorset Council arrange adoption together; the first hosts. One of the ' +
    'first regional adoption agencies, begun in July 2017 by the three councils that these two succeeded.',
  liveOn: '2017-07-01',
  source: `${budget}; ${firstBirthday}. July 2017 was published, the day was not found: the first of the month stands for it`,
};

export const participations: readonly KeptParticipation[] = [
  {
    id: recordId('aspire/participation/bcp'),
    authority: 'bcp',
    role: 'host',
    from: '2019-04-01',
    source: `${budget}; from the day on which the council came into being, as successor of the Bournemouth council that hosted before`,
  },
  {
    id: recordId('aspire/participation/dorset'),
    authority: 'dorset',
    role: 'partner',
    from: '2019-04-01',
    source: `${budget}; from the day on which the council came into being, as successor of the county council`,
  },
];
