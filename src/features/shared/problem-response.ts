import { getSchemaPath } from '@nestjs/swagger';
import { Problem } from './problem.view.js';

/** What the reference says of one refusal. */
export const problemResponse = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
});
