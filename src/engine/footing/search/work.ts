/**
 * What one part of a search may still work out, counted in cells of relations that are looked at: a document costs the
 * same on every machine, and gets the same answer.
 */
export class Work {
  constructor(private left: number) {}

  /** Takes `amount` off; false once that much is not left. */
  spend(amount: number): boolean {
    this.left -= amount;
    return this.left >= 0;
  }

  isSpent(): boolean {
    return this.left < 0;
  }
}
