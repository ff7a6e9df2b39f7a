import { expect, it } from '@jest/globals';
it('runs', () => { expect(process.env['POOLKEEPER_TEST_DATABASE']).toContain('poolkeeper_template'); });
