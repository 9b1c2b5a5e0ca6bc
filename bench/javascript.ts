import type { Workload } from './harness/workload.ts';
import { scriptTasks } from './script-tasks.ts';

/** One JavaScript task, request to stored end: the first of its kind and later ones. The floor is a run of one `true`. */
export const javascript: Workload = {
  name: 'javascript',
  what: 'a run of one JavaScript task, request to stored end: cold, then with an interpreter that waits',
  run: (floors, { quick }) =>
    scriptTasks(
      { name: 'javascript', operator: 'javascript@1', code: 'export default () => ({ n: 1 });', coldMs: 70, warmMs: 1 },
      floors,
      quick,
    ),
};
