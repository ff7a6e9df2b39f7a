import type { PartnershipRecords } from '../records.js';
import { adoptSouth } from './adopt-south/adopt-south.js';
import { aspire } from './aspire/aspire.js';
import { centralBedfordshireAndMiltonKeynes } from './central-bedfordshire-and-milton-keynes/central-bedfordshire-and-milton-keynes.js';
import { kentBexleyMedway } from './kent-bexley-medway/kent-bexley-medway.js';

/** The four partnerships of the demonstration. */
export const partnerships: readonly PartnershipRecords[] = [
  adoptSouth,
  aspire,
  centralBedfordshireAndMiltonKeynes,
  kentBexleyMedway,
];
