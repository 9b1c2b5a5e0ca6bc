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
  /** Line of the attempt's log, from 1. */
  line: number | null;
  tab: PanelTab;
  select: (task: string | null) => void;
  setIndex: (index: number) => void;
  setAttempt: (attempt: number | null) => void;
  /** The attempt is named as well: a later one has other lines. */
  setLine: (attempt: number, line: number) => void;
  setTab: (tab: PanelTab) => void;
}

const whole = (text: string): number | undefined => (/^\d{1,9}$/.test(text) ? Number(text) : undefined);

/** `?task=&index=&attempt=&line=&tab=` of the run page. Another task begins at its newest attempt, another attempt at no line. */
export function useRunUrl(): RunUrl {
  const [task, setTask] = useUrlParam('task');
  const [index, setIndex] = useUrlParam('index');
  const [attempt, setAttempt] = useUrlParam('attempt');
  const [line, setLine] = useUrlParam('line');
  const [tab, setTab] = useUrlParam('tab');
  const select = useCallback(
    (next: string | null) => {
      setTask(next ?? '');
      setIndex('');
      setAttempt('');
      setLine('');
    },
    [setTask, setIndex, setAttempt, setLine],
  );
  const setAttemptLine = useCallback(
    (ofAttempt: number, next: number) => {
      setAttempt(String(ofAttempt));
      setLine(String(next));
    },
    [setAttempt, setLine],
  );
  return useMemo(
    () => ({
      task,
      index: whole(index),
      attempt: whole(attempt) ?? null,
      tab: panelTabs.find((t) => t === tab) ?? 'log',
      select,
      line: whole(line) || null,
      setLine: setAttemptLine,
      setIndex: (next) => {
        setIndex(String(next));
        setLine('');
      },
      setAttempt: (next) => {
        setAttempt(next === null ? '' : String(next));
        setLine('');
      },
      setTab: (next) => setTab(next === 'log' ? '' : next),
    }),
    [task, index, attempt, line, tab, select, setIndex, setAttempt, setLine, setAttemptLine, setTab],
  );
}
