import { type Place, fault } from '../reading/place.js';

/** The figures that one document may make the engine work out: members of each pot, times years, lines and stretches. */
export const MOST_FIGURES = 100_000;

/** Keeps a document within what is worked out at one go, however small the text that asks for it. */
export class Budget {
  private left: number;

  constructor(private readonly most = MOST_FIGURES) {
    this.left = most;
  }

  /** Takes `figures` off; false, with one fault, when that many are not left. */
  spend(place: Place, figures: number): boolean {
    const hadSome = this.left >= 0;
    this.left -= figures;
    if (this.left >= 0) return true;
    if (hadSome) fault(place, 'over-limit', `Expected a document of at most ${this.most} figures; this makes more`);
    return false;
  }
}
