/** Thrown for bytes that `encode` did not write. */
export class EncodedStateError extends Error {
  constructor(
    readonly code: 'state.corrupt' | 'state.version' | 'state.plan',
    message: string,
  ) {
    super(message);
    this.name = 'EncodedStateError';
  }
}

/** Reads what `ByteWriter` wrote, in the same order. Throws `EncodedStateError` at the end of the bytes or for a wrong number. */
export class ByteReader {
  #at = 0;
  readonly #texts: string[] = [];

  constructor(readonly bytes: Uint8Array) {}

  get atEnd(): boolean {
    return this.#at === this.bytes.length;
  }

  number(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.bytes[this.#at++];
      if (byte === undefined || factor > 2 ** 49)
        throw new EncodedStateError('state.corrupt', 'The stored state is damaged. Fold the events anew.');
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
  }

  signed(): number {
    const value = this.number();
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  }

  text(): string {
    const known = this.number();
    if (known > 0) {
      const text = this.#texts[known - 1];
      if (text === undefined) throw new EncodedStateError('state.corrupt', 'The stored state is damaged. Fold the events anew.');
      return text;
    }
    const length = this.number();
    let text = '';
    for (let i = 0; i < length; i++) text += String.fromCharCode(this.number());
    this.#texts.push(text);
    return text;
  }
}
