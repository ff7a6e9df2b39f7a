import { createParamDecorator } from '@nestjs/common';
import { type Context, everyPartnership } from '../../platform/database/context.js';

/** Until there is sign-in, whoever reaches this machine acts as its operator. One place decides it. */
const localOperator: Context = {
  actor: 'Local operator',
  capacity: 'operator',
  partnership: everyPartnership,
};

/** Who makes this request, in which capacity. */
export const Acting = createParamDecorator((): Context => localOperator);
