import { usePathname, useRouter } from 'next/navigation';
import { useCallback } from 'react';
import type { Problem } from '#domain/definition/problem.ts';
import { useSession } from '../session/workflow-session.ts';
import { goToField } from './go-to-field.ts';
import { tabOf } from './tab-of.ts';

/**
 * The way to the place of a problem, from any page of its workflow: the task is selected, its tab opened, the keyboard put into
 * the field; a trigger is opened on its own page. `reveal` brings a task into sight where there is a canvas.
 */
export function useGoToProblem(reveal?: (task: string) => void): (problem: Problem) => void {
  const { id, store } = useSession();
  const router = useRouter();
  const path = usePathname();
  const base = `/workflows/${id}`;
  return useCallback(
    (problem) => {
      const { workflow, select, showTaskTab, showWorkflowTab } = store.getState();
      const trigger = /^\/triggers\/(\d+)/.exec(problem.pointer)?.[1];
      if (trigger !== undefined) {
        const name = workflow.triggers[Number(trigger)]?.id ?? '';
        router.push(`${base}/triggers?trigger=${encodeURIComponent(name)}`);
        return;
      }
      if (path !== base) router.push(base);
      const tab = tabOf(problem.pointer);
      if (problem.task !== undefined) {
        select([problem.task]);
        reveal?.(problem.task);
        if (tab.task !== null) showTaskTab(tab.task);
      } else if (tab.workflow !== null) {
        select([]);
        showWorkflowTab(tab.workflow);
      }
      goToField(problem);
    },
    [store, router, path, base, reveal],
  );
}
