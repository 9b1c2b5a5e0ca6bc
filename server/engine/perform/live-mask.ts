import { createMask, noMask, type Mask } from './mask.ts';

/** A mask that learns: secrets that become known while attempts run count for all of them from then on. It forgets none. */
export class LiveMask implements Mask {
  private readonly secrets = new Set<string>();
  private mask: Mask = noMask;

  /** Must be told of a secret before anybody gets it. */
  add(secrets: readonly string[]): void {
    const before = this.secrets.size;
    for (const secret of secrets) this.secrets.add(secret);
    if (this.secrets.size > before) this.mask = createMask([...this.secrets]);
  }

  text = (value: string): string => this.mask.text(value);
  json: Mask['json'] = (value) => this.mask.json(value);
  pending = (value: string): number => this.mask.pending(value);
}
