import type { Workload } from './harness/workload.ts';
import { scriptTasks } from './script-tasks.ts';

/** One Python task, request to stored end: the first of its kind and later ones. The floor is a run of one `true`. */
export const python: Workload = {
  name: 'python',
  what: 'a run of one Python task, request to stored end: cold, then with an interpreter that waits',
  run: (floors, { quick }) =>
    scriptTasks(
      { name: 'python', operator: 'python@1', code: 'def main():\n    return {"n": 1}\n', coldMs: 120, warmMs: 5 },
      floors,
      quick,
    ),
};
