import pg from 'pg';

/**
 * A connection whose loss never ends the process. Whoever uses it learns of the loss from what they asked, and its pool by
 * listening; but for moments, such as when a pool hands over a connection just made, nobody else listens, and Node ends a
 * process in which an error is told to nobody.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
