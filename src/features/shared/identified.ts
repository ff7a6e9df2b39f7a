import { Uuid } from './fields.js';

/** What every recorded thing answers to. */
export class Identified {
  @Uuid({ says: 'Id of this record' })
  id!: string;
}
