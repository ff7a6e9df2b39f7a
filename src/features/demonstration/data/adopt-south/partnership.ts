import type { NewPartnership } from '../../../partnerships/dto/partnership.js';
import { recordId } from '../../record-id.js';
import type { Given, KeptParticipation } from '../../records.js';
import { hampshire, press } from './sources.js';

const hosted =
  'hosted by Hampshire: Southampton City Council, Cabinet, 18 April 2017, https://southampton.gov.uk/modernGov/ieIssueDetails.aspx?IId=18649&Opt=3&PlanId=0';

export const partnership: Given<NewPartnership> = {
  id: 'adopt-south',
  name: 'Adopt South',
  deliveryModel: 'hosted',
  about:
    'Four councils arrange adoption together; Hampshire hosts. Each pays what it paid before, so that Southampton pays a ' +
    'little more than far larger Hampshire, for its higher dependency on other agencies.',
  liveOn: '2019-04-01',
  source: `${hampshire}; ${press}; ${hosted}`,
};

export const participations: readonly KeptParticipation[] = [
  ['hampshire', 'host'] as const,
  ['isle-of-wight', 'partner'] as const,
  ['portsmouth', 'partner'] as const,
  ['southampton', 'partner'] as const,
].map(([authority, role]) => ({
  id: recordId(`adopt-south/participation/${authority}`),
  authority,
  role,
  from: '2019-04-01',
  source: `Operating from 1 April 2019: ${hampshire}; ${hosted}`,
}));
