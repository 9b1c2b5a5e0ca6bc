import type { RunModel } from '../store/run-model.ts';

/** A sentence of the machine with titles in the place of ids: `load_orders (running)` becomes `Load orders (running)`. */
export const namedTasks = (sentence: string, model: Pick<RunModel, 'tasks' | 'title'>): string =>
  sentence.replace(/([A-Za-z0-9_.-]+) \(([a-z_]+)\)/g, (whole, id: string, status: string) =>
    model.tasks.has(id) ? `${model.title(id)} (${status.replaceAll('_', ' ')})` : whole,
  );
