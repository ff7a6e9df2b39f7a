import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/** The only source of new identifiers: random, so that one tells nothing about another. */
@Injectable()
export class Ids {
  next(): string {
    return randomUUID();
  }
}
