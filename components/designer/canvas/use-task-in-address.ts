'use client';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { useSession } from '../session/workflow-session.ts';

/** Keeps the one selected task as `?task=` in the address; an address that names one selects it and brings it into view. */
export function useTaskInAddress(selected: string | null, go: (id: string) => void): void {
  const { store } = useSession();
  const [asked, setAsked] = useUrlParam('task');
  const begun = useRef(false);
  const onSelected = useEffectEvent(() => {
    if (!begun.current) {
      begun.current = true;
      if (asked !== '' && asked !== selected && store.getState().workflow.tasks.some(({ id }) => id === asked)) {
        // The drawing knows its boxes and its size a frame after it was mounted.
        requestAnimationFrame(() => requestAnimationFrame(() => go(asked)));
        return;
      }
    }
    setAsked(selected ?? '');
  });
  useEffect(() => onSelected(), [selected]);
}
