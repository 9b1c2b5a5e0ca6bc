import { useCallback } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { countChanged } from '#domain/definition/edit/count-changed.ts';
import { programsNaming } from '#domain/definition/programs-naming.ts';
import { toast } from '#components/ui/toast.ts';
import { useSession } from '../session/workflow-session.ts';

/** Gives a param another name wherever it is read, as one step, and says how many places that were. `next`: the params with the new name. */
export function useRenameParam(): (from: string, to: string, next: JsonObject) => void {
  const { store } = useSession();
  return useCallback(
    (from, to, next) => {
      const before = store.getState().workflow;
      store.getState().settle();
      const refused = store.getState().edit(
        [
          { type: 'rename-param', from, to },
          { type: 'set-settings', fields: { params: next } },
        ],
        {
          label: `rename param ${from} to ${to}`,
        },
      );
      if (refused !== null) {
        toast({ title: refused.message, level: 'error' });
        return;
      }
      const after = store.getState().workflow;
      const places =
        countChanged(before.tasks, after.tasks) +
        countChanged(before.groups, after.groups) +
        after.triggers.filter((trigger, i) => trigger !== before.triggers[i]).length;
      const programs = programsNaming(after.tasks, from).map((task) => task.name ?? task.id);
      if (places === 0 && programs.length === 0) return;
      toast({
        title: `${from} is ${to} now: ${places} ${places === 1 ? 'place' : 'places'} renamed.`,
        ...(programs.length === 0
          ? {}
          : { body: `The program of ${programs.slice(0, 3).join(', ')} seems to read ${from} by itself and was left as it is.` }),
        undo: () => store.getState().undo(),
      });
    },
    [store],
  );
}
