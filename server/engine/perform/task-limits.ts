import type { JsonObject } from '#domain/definition/schema/json.ts';

/** What each process of a task may use: memory in MiB, processor time in seconds. A missing one is no limit. */
export interface TaskLimits {
  memoryMb?: number;
  cpuSec?: number;
}

/** The limits of one task: its own config (`memoryMb`, `cpuSec`) where it says something, else those of the product. */
export function taskLimits(config: JsonObject, product: TaskLimits): TaskLimits | undefined {
  const memoryMb = typeof config.memoryMb === 'number' ? config.memoryMb : product.memoryMb;
  const cpuSec = typeof config.cpuSec === 'number' ? config.cpuSec : product.cpuSec;
  if (memoryMb === undefined && cpuSec === undefined) return undefined;
  return { ...(memoryMb === undefined ? {} : { memoryMb }), ...(cpuSec === undefined ? {} : { cpuSec }) };
}
