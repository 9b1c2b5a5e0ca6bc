/**
 * Facts about attempts that may wait a moment for company: what is reported together is stored in one commit, and a program
 * that ends within the moment is stored once. One timer for all attempts; whoever is due takes everybody else along.
 */
export class HeldFacts {
  private readonly held = new Map<object, (() => void)[]>();
  private timer: NodeJS.Timeout | null = null;
  private dueAt = Infinity;

  /** `tell` is called within `withinMs`, after what was held for the same attempt before. */
  hold(attempt: object, withinMs: number, tell: () => void): void {
    const facts = this.held.get(attempt);
    if (facts) facts.push(tell);
    else this.held.set(attempt, [tell]);
    const dueAt = performance.now() + withinMs;
    if (dueAt >= this.dueAt) return;
    if (this.timer) clearTimeout(this.timer);
    this.dueAt = dueAt;
    this.timer = setTimeout(() => this.tellAll(), withinMs);
  }

  /** Tells what is held of one attempt now: something follows that must come after it. */
  tell(attempt: object): void {
    const facts = this.held.get(attempt);
    if (!facts) return;
    this.held.delete(attempt);
    for (const tell of facts) tell();
    if (this.held.size > 0) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.dueAt = Infinity;
  }

  private tellAll(): void {
    for (const attempt of [...this.held.keys()]) this.tell(attempt);
  }
}
