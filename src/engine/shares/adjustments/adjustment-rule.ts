import { type Fields } from '../../reading/fields.js';
import { type Place, type Read } from '../../reading/place.js';
import { type Account } from '../account.js';
import { type Scope } from '../scope.js';
import { type Stretch } from '../stretches.js';
import { type AdjustmentKind, type AdjustmentOf } from './adjustment.js';

/** What an adjustment may know beside the amounts. */
export interface Around {
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly stretches: readonly Stretch[];
}

/** What an adjustment says of itself in the working. */
export interface Told {
  readonly words: string;
  readonly inputs: Readonly<Record<string, unknown>>;
}

/** What an adjustment makes of the amounts, and how it says so when it is asked. */
export interface Adjusted {
  readonly account: Account;
  readonly tell: () => Told;
  /** An amount on a line of its own, beside the account. */
  readonly line?: { readonly id: string; readonly account: Account };
}

/** Where an adjustment stands in the list of its pot, and the ids that its lines may not have. */
export interface Listed {
  readonly taken: Set<string>;
}

/** Everything the engine knows of one kind of adjustment. */
export interface AdjustmentRule<K extends AdjustmentKind> {
  /** Its fields beside `kind`. */
  readonly fields: readonly string[];
  /** Reads it; null once the faults are noted. `fields` holds nothing but its own. */
  read(place: Place, fields: Fields, scope: Scope, listed: Listed): Read<AdjustmentOf[K]>;
  /** Applies it to the exact amounts that came before. */
  apply(adjustment: AdjustmentOf[K], account: Account, around: Around): Adjusted;
}
