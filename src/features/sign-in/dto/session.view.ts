import { ApiProperty } from '@nestjs/swagger';
import { Choice, Moment, Uuid, Words, YesNo } from '../../shared/fields.js';
import type { KnownSession } from '../../access/session.reader.js';

/** One of a person's own sessions or tokens, as they may see it. */
export class SessionView {
  @Uuid({ says: 'Id of the session' })
  id!: string;

  @Choice(['browser', 'token'], { says: 'A browser that is signed in, or a token for a program' })
  kind!: 'browser' | 'token';

  @Words({ says: 'The browser and the address it signed in from, or the name that its person gave a token' })
  label!: string;

  @Moment({ says: 'When it began' })
  startedAt!: string;

  @Moment({ says: 'When it was last used, to within a minute' })
  usedAt!: string;

  @Moment({ says: 'When it ends, however much it is used' })
  expiresAt!: string;

  @YesNo({ says: 'The one that asks' })
  here!: boolean;
}

/** All of them: a person has few. */
export class SessionList {
  @ApiProperty({ type: [SessionView] })
  items!: readonly SessionView[];
}

export function showSession(
  { id, kind, label, startedAt, seenAt, expiresAt }: KnownSession,
  current: string,
): SessionView {
  const moment = (date: Date) => date.toISOString();
  return {
    ...{ id, kind, label, here: id === current },
    startedAt: moment(startedAt),
    usedAt: moment(seenAt),
    expiresAt: moment(expiresAt),
  };
}
