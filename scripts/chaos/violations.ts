const invariants = ['I1', 'I2', 'I3', 'I4', 'I5', 'I6', 'I7', 'I8', 'I10', 'I11', 'I12', 'I13', 'I15', 'I17'];

/** What was violated, by invariant of trust.md. */
export class Violations {
  readonly lists: Record<string, string[]> = {};

  constructor() {
    // Those that hold are said as well.
    for (const name of invariants) this.lists[name] = [];
  }

  blame(invariant: string, what: string): void {
    (this.lists[invariant] ??= []).push(what);
  }

  get count(): number {
    return Object.values(this.lists).reduce((sum, list) => sum + list.length, 0);
  }
}
