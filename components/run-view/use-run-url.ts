'use client';
import { useCallback, useMemo } from 'react';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { panelTabs, type PanelTab } from './panel/task-panel.tsx';

/** What is looked at, as the address says it: a link leads exactly there. */
export interface RunUrl {
  /** Id as it stands in the address; it may name no task. */
  task: string;
  index: number | undefined;
  /** Null: the newest. */
  attempt: number | null;
  tab: PanelTab;
  select: (task: string | null) => void;
  setIndex: (index: number) => void;
  setAttempt: (attempt: number | null) => void;
  setTab: (tab: PanelTab) => void;
}

const whole = (text: string): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);

/** `?task=&index=&attempt=&tab=` of the run page. Another task begins at its newest attempt. */
export function useRunUrl(): RunUrl {
  const [task, setTask] = useUrlParam('task');
  const [index, setIndex] = useUrlParam('index');
  const [attempt, setAttempt] = useUrlParam('attempt');
  const [tab, setTab] = useUrlParam('tab');
  const select = useCallback(
    (next: string | null) => {
      setTask(next ?? '');
      setIndex('');
      setAttempt('');
    },
    [setTask, setIndex, setAttempt],
  );
  return useMemo(
    () => ({
      task,
      index: whole(index),
      attempt: whole(attempt) ?? null,
      tab: panelTabs.find((t) => t === tab) ?? 'log',
      select,
      setIndex: (next) => setIndex(String(next)),
      setAttempt: (next) => setAttempt(next === null ? '' : String(next)),
      setTab: (next) => setTab(next === 'log' ? '' : next),
    }),
    [task, index, attempt, tab, select, setIndex, setAttempt, setTab],
  );
}
