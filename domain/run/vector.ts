const bits = 5;
const width = 1 << bits;
const mask = width - 1;

/** A part of a vector: 32 values, or 32 parts. Only the editor that made it may change it. */
interface Part {
  readonly owner: object | null;
  readonly slots: unknown[];
}

/**
 * A persistent vector, 32 wide: reading and changing cost log32 n steps, and a change copies one path of parts, so every
 * older vector stays as it was. Change it through `VectorEditor`.
 */
export class Vector<T> {
  constructor(
    readonly size: number,
    readonly shift: number,
    readonly root: Part,
  ) {}

  /** Value at `index`, which must lie in the vector. */
  get(index: number): T {
    let part = this.root;
    for (let level = this.shift; level > 0; level -= bits) part = part.slots[(index >>> level) & mask] as Part;
    return part.slots[index & mask] as T;
  }
}

/** A vector of `size` times the same value; equal parts are one part, so it costs log32 n whatever the size. */
export function filledVector<T>(size: number, value: T): Vector<T> {
  let shift = 0;
  while (size > width << shift) shift += bits;
  const whole: Part[] = [{ owner: null, slots: new Array<unknown>(width).fill(value) }];
  for (let level = bits; level <= shift; level += bits)
    whole.push({ owner: null, slots: new Array<unknown>(width).fill(whole[whole.length - 1]) });
  const part = (level: number, count: number): Part => {
    if (count === width << level) return whole[level / bits]!;
    if (level === 0) return { owner: null, slots: new Array<unknown>(count).fill(value) };
    const each = width << (level - bits);
    const slots: unknown[] = new Array<unknown>(Math.floor(count / each)).fill(whole[level / bits - 1]);
    if (count % each > 0) slots.push(part(level - bits, count % each));
    return { owner: null, slots };
  };
  return new Vector<T>(size, shift, part(shift, size));
}

/** Changes a vector: a part is copied when it is first touched and changed in place after that. `done` gives the new vector. */
export class VectorEditor<T> {
  #owner: object = {};
  #size: number;
  #shift: number;
  #root: Part;

  constructor(from: Vector<T>) {
    this.#size = from.size;
    this.#shift = from.shift;
    this.#root = from.root;
  }

  get size(): number {
    return this.#size;
  }

  get(index: number): T {
    let part = this.#root;
    for (let level = this.#shift; level > 0; level -= bits) part = part.slots[(index >>> level) & mask] as Part;
    return part.slots[index & mask] as T;
  }

  set(index: number, value: T): void {
    let part = (this.#root = this.#own(this.#root));
    for (let level = this.#shift; level > 0; level -= bits) {
      const slot = (index >>> level) & mask;
      const below = this.#own(part.slots[slot] as Part);
      part.slots[slot] = below;
      part = below;
    }
    part.slots[index & mask] = value;
  }

  push(value: T): void {
    const index = this.#size++;
    if (index === width << this.#shift) {
      this.#root = { owner: this.#owner, slots: [this.#root] };
      this.#shift += bits;
    }
    let part = (this.#root = this.#own(this.#root));
    for (let level = this.#shift; level > 0; level -= bits) {
      const slot = (index >>> level) & mask;
      const old = part.slots[slot] as Part | undefined;
      const below: Part = old === undefined ? { owner: this.#owner, slots: [] } : this.#own(old);
      part.slots[slot] = below;
      part = below;
    }
    part.slots[index & mask] = value;
  }

  /** The vector as it is now. Later changes through this editor copy again. */
  done(): Vector<T> {
    this.#owner = {};
    return new Vector<T>(this.#size, this.#shift, this.#root);
  }

  #own(part: Part): Part {
    return part.owner === this.#owner ? part : { owner: this.#owner, slots: part.slots.slice() };
  }
}

/**
 * Calls `visit` for every index whose values are not the same object, without entering parts that both share: the cost is
 * the parts that changed. Indices beyond the shorter one count as `undefined` there.
 */
export function diffVectors<T>(
  before: Vector<T>,
  after: Vector<T>,
  visit: (index: number, before: T | undefined, after: T | undefined) => void,
): void {
  const walk = (a: Part | undefined, b: Part | undefined, level: number, first: number): void => {
    if (a === b) return;
    const count = Math.max(a?.slots.length ?? 0, b?.slots.length ?? 0);
    for (let slot = 0; slot < count; slot++) {
      const [x, y] = [a?.slots[slot], b?.slots[slot]];
      if (x === y) continue;
      const index = first + (slot << level);
      if (level === 0) visit(index, x as T | undefined, y as T | undefined);
      else walk(x as Part | undefined, y as Part | undefined, level - bits, index);
    }
  };
  let [a, b] = [before.root, after.root];
  const shift = Math.max(before.shift, after.shift);
  for (let level = before.shift; level < shift; level += bits) a = { owner: null, slots: [a] };
  for (let level = after.shift; level < shift; level += bits) b = { owner: null, slots: [b] };
  walk(a, b, shift, 0);
}
