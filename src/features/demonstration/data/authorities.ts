import type { NewAuthority } from '../../authorities/dto/authority.js';
import type { Given } from '../records.js';

const source = 'Office for National Statistics, names and codes of local authorities in England';

/** Every council that one of the four partnerships names. */
export const authorities: readonly Given<NewAuthority>[] = [
  { id: 'bcp', name: 'Bournemouth, Christchurch and Poole Council', code: 'E06000058', kind: 'unitary', source },
  { id: 'bedford', name: 'Bedford Borough Council', code: 'E06000055', kind: 'unitary', source },
  { id: 'bexley', name: 'London Borough of Bexley', code: 'E09000004', kind: 'london-borough', source },
  {
    id: 'buckinghamshire',
    name: 'Buckinghamshire County Council',
    code: 'E10000002',
    kind: 'county',
    source: `${source}; the county council, which a unitary council (E06000060) succeeded on 1 April 2020`,
  },
  { id: 'cambridgeshire', name: 'Cambridgeshire County Council', code: 'E10000003', kind: 'county', source },
  { id: 'central-bedfordshire', name: 'Central Bedfordshire Council', code: 'E06000056', kind: 'unitary', source },
  { id: 'dorset', name: 'Dorset Council', code: 'E06000059', kind: 'unitary', source },
  { id: 'hampshire', name: 'Hampshire County Council', code: 'E10000014', kind: 'county', source },
  { id: 'isle-of-wight', name: 'Isle of Wight Council', code: 'E06000046', kind: 'unitary', source },
  { id: 'kent', name: 'Kent County Council', code: 'E10000016', kind: 'county', source },
  { id: 'medway', name: 'Medway Council', code: 'E06000035', kind: 'unitary', source },
  { id: 'milton-keynes', name: 'Milton Keynes City Council', code: 'E06000042', kind: 'unitary', source },
  {
    id: 'northamptonshire',
    name: 'Northamptonshire County Council',
    code: 'E10000021',
    kind: 'county',
    source: `${source}; the county council, which two unitary councils succeeded on 1 April 2021`,
  },
  { id: 'portsmouth', name: 'Portsmouth City Council', code: 'E06000044', kind: 'unitary', source },
  { id: 'southampton', name: 'Southampton City Council', code: 'E06000045', kind: 'unitary', source },
];
