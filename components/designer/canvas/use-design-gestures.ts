import { useMemo } from 'react';
import type { CanvasGestures } from '#components/canvas/gestures/canvas-gestures.ts';
import { toast } from '#components/ui/toast.ts';
import { useSession } from '../session/workflow-session.ts';
import { renameTask } from '../inspector/rename-task.ts';
import type { MenuAsked } from './canvas-menu.tsx';
import type { DesignActs } from './design-acts.ts';
import type { Asking } from './design-picker.tsx';

/** What a hand on the canvas does to the document. `ask` opens the picker, `menu` the menu. */
export function useDesignGestures(input: {
  acts: DesignActs;
  ask: (asking: Asking) => void;
  menu: (asked: MenuAsked) => void;
}): CanvasGestures {
  const { acts, ask, menu } = input;
  const session = useSession();
  const { store, manifests } = session;
  return useMemo<CanvasGestures>(
    () => ({
      move: acts.move,
      connect: acts.connect,
      splice: (edge, task) => acts.splice(edge, task),
      drop(operator, at, onto) {
        const manifest = manifests.get(operator);
        if (manifest !== undefined) acts.add(manifest, onto === null ? { at, wire: null } : { at, onto });
      },
      ask: ({ at, screen, wire }) => ask({ kind: 'add', at, screen, wire }),
      refuse(reason) {
        toast({ title: `Not connected: ${reason}.` });
        store.getState().say(`Not connected: ${reason}.`);
      },
      editNote: (id, text) =>
        void store
          .getState()
          .edit(text.trim() === '' ? { type: 'remove', ids: [id] } : { type: 'update-note', id, fields: { text } }, {
            label: 'edit a note',
          }),
      sizeNote: (id, [width, height], by) =>
        void store.getState().edit(
          { type: 'update-note', id, fields: { size: [width, height] } },
          // Steps of the arrow keys are one; a drag is one of its own.
          by === 'key' ? { label: 'size of a note', gesture: `note/${id}/size` } : { label: 'size of a note' },
        ),
      renameGroup: acts.renameGroup,
      rename(id, name) {
        const task = store.getState().workflow.tasks.find((one) => one.id === id);
        if (task === undefined) acts.renameGroup(id.replace(/^frame:/, ''), name);
        else renameTask(session, task, name);
      },
      insert: (edge, screen) => ask({ kind: 'add', screen, wire: null, onto: edge }),
      cut: acts.cut,
      menu,
    }),
    [acts, ask, menu, manifests, store, session],
  );
}
