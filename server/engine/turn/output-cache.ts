import type { Json } from '#domain/definition/schema/json.ts';

/** Characters of outputs kept in memory for each run; what is more is read from the store when a task wants it. */
const budget = 64 * 1024;

/** Small outputs of a run, so that a chain of tasks need not read back what it has just written. */
export class OutputCache {
  private readonly outputs = new Map<string, { output: Json; size: number }>();
  private size = 0;

  /** Keeps the newest output of a task run when it is small; otherwise only forgets the one before. */
  put(task: string, index: number | undefined, output: Json): void {
    const key = `${task}#${index ?? -1}`;
    const before = this.outputs.get(key);
    if (before) {
      this.size -= before.size;
      this.outputs.delete(key);
    }
    // Full: nothing has to be measured.
    if (this.size + 1 > budget) return;
    const size = sizeOf(output);
    if (this.size + size > budget) return;
    this.size += size;
    this.outputs.set(key, { output, size });
  }

  /** The output, or undefined when it is not kept (or there is none). */
  get(task: string, index: number | undefined): Json | undefined {
    return this.outputs.get(`${task}#${index ?? -1}`)?.output;
  }
}

/** Characters as JSON; of a null, a truth value or a number roughly. */
function sizeOf(output: Json): number {
  return typeof output === 'string' || (typeof output === 'object' && output !== null) ? JSON.stringify(output).length : 4;
}
