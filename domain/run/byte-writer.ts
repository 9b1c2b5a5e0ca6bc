/** Writes numbers and texts into bytes that grow. Numbers are varints: 7 bits a byte, the small ones first. */
export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;
  readonly #texts = new Map<string, number>();

  /** A whole number from 0 to 2^53. */
  number(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.#byte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.#byte(rest);
  }

  /** A whole number of either sign. */
  signed(value: number): void {
    this.number(value < 0 ? -2 * value - 1 : 2 * value);
  }

  /** A text: the first time its UTF-16 units, afterwards its number. */
  text(value: string): void {
    const known = this.#texts.get(value);
    if (known !== undefined) {
      this.number(known + 1);
      return;
    }
    this.#texts.set(value, this.#texts.size);
    this.number(0);
    this.number(value.length);
    for (let i = 0; i < value.length; i++) this.number(value.charCodeAt(i));
  }

  done(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  #byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(this.#length * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#length++] = value;
  }
}
