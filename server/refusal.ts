/** A refusal that a person or program caused and can mend: a dotted code, a sentence, an HTTP status. Nothing is left half done. */
export class Refusal extends Error {
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
