import type { NewPartnership } from '../../../partnerships/dto/partnership.js';
import { recordId } from '../../record-id.js';
import type { Given, KeptParticipation } from '../../records.js';

const medway2020 =
  'Medway Council, Cabinet, decision 109/2020, https://democracy.medway.gov.uk/ieIssueDetails.aspx?IId=28720&Opt=3';
const noHost = 'Kent County Council, January 2020, https://democracy.kent.gov.uk/mgIssueHistoryHome.aspx?IId=53293';

export const partnership: Given<NewPartnership> = {
  id: 'kent-bexley-medway',
  name: 'Kent, Bexley and Medway',
  deliveryModel: 'no-staff-transfer',
  about:
    'Kent County Council, the London Borough of Bexley and Medway Council arrange adoption together as Adoption Partnership ' +
    'South East. No council hosts the others and no staff were transferred. Meant for April 2020, live on 1 November 2020.',
  liveOn: '2020-11-01',
  source: `${medway2020}; no one council hosts the others: ${noHost}; meant for April 2020: Medway Council, Cabinet, decision 83/2019, https://democracy.medway.gov.uk/ieIssueDetails.aspx?IId=26067&Opt=3&PlanId=0`,
};

export const participations: readonly KeptParticipation[] = ['kent', 'medway', 'bexley'].map((authority) => ({
  id: recordId(`kent-bexley-medway/participation/${authority}`),
  authority,
  role: 'partner',
  from: '2020-11-01',
  source: `${medway2020}; no one council hosts the others: ${noHost}`,
}));
