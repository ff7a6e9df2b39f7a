/** A file on its way in: nobody has read it yet, and whoever walks a body finds its name alone. */
export class Upload {
  readonly #content: AsyncIterable<Uint8Array>;

  constructor(
    readonly name: string,
    content: AsyncIterable<Uint8Array>,
  ) {
    this.#content = content;
  }

  /** The file, to be read once. */
  get content(): AsyncIterable<Uint8Array> {
    return this.#content;
  }
}
