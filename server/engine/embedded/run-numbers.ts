import type { Store } from '#server/store/store.ts';

/** Numbers of runs inside their workflow, rising by one: read once from the store, then counted here, since only the engine makes runs. */
export class RunNumbers {
  private readonly next = new Map<string, Promise<number>>();

  constructor(private readonly store: Store) {}

  take(workflowId: string): Promise<number> {
    const known = this.next.get(workflowId) ?? this.store.runs.nextNumber(workflowId);
    // A read that failed must be tried again.
    known.catch(() => this.next.delete(workflowId));
    this.next.set(
      workflowId,
      known.then((number) => number + 1),
    );
    this.next.get(workflowId)?.catch(() => {});
    return known;
  }
}
