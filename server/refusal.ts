const brand = Symbol.for('drawloom.refusal');

/** A refusal that a person or program caused and can mend: a dotted code, a sentence, an HTTP status. Nothing is left half done. */
export class Refusal extends Error {
  readonly [brand] = true;

  /** The pages are bundled in parts that each have their own copy of this class: what counts is the mark, not the copy. */
  static [Symbol.hasInstance]<T extends object>(this: abstract new (...args: never[]) => T, value: unknown): value is T {
    if (this !== (Refusal as unknown)) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === 'object' && value !== null && brand in value;
  }

  constructor(
    readonly code: string,
    message: string,
    readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 422 | 429 | 503 = 400,
    readonly details?: unknown,
  ) {
    super(message);
    this.name = 'Refusal';
  }
}
