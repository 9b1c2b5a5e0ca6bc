'use client';
import { Ellipsis } from 'lucide-react';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';
import type { TaskRunView } from '#domain/run/read.ts';
import { OperatorIcon } from '#components/canvas/nodes/operator-icon.tsx';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { Menu } from '#components/ui/menu.tsx';
import type { ClearStart } from '../acts/clear-start.ts';

/** The word of the button that clears, by what there is to repeat. */
const again = (status: TaskRunView['status']): string =>
  status === 'failed' || status === 'upstream_failed' || status === 'up_for_retry'
    ? 'Retry…'
    : status === 'running'
      ? 'Restart…'
      : 'Run again…';

/** Which task it is, and what can be done to it in this run. */
export function TaskHead(props: {
  task: Task;
  title: string;
  manifest: Manifest | undefined;
  view: TaskRunView;
  /** Name of the group it lies in. */
  group: string | undefined;
  onClear: (as: ClearStart['as']) => void;
  /** Runs this task whatever its upstream says. */
  onRunAlone: () => void;
  onMark: () => void;
  onClose: () => void;
  onCopyLink: () => void;
}) {
  const { task, view } = props;
  return (
    <div className="flex shrink-0 items-center gap-2 py-2.5 pr-3 pl-4">
      <span className="grid size-7 shrink-0 place-items-center rounded-chip border border-line bg-sunken text-ink-2">
        <OperatorIcon name={props.manifest?.icon ?? 'box'} size={14} />
      </span>
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-14 leading-[18px] font-strong">
          {props.title}
          {view.index === undefined ? null : <span className="ml-1 font-mono text-11 font-text text-ink-2">[{view.index}]</span>}
        </h2>
        <div className="truncate font-mono text-11 leading-[14px] text-ink-3">
          {task.id} · {task.operator}
        </div>
      </div>
      {view.attempt > 0 || view.status === 'upstream_failed' || view.status === 'skipped' ? (
        <Button onClick={() => props.onClear('clear')}>{again(view.status)}</Button>
      ) : null}
      <Button onClick={props.onMark}>Mark…</Button>
      <Menu trigger={<IconButton label="More about this task" icon={<Ellipsis strokeWidth={1.75} />} />}>
        <MenuItem note="whatever its upstream says" onSelect={props.onRunAlone}>
          Run just this…
        </MenuItem>
        {view.status === 'none' ? null : (
          <>
            <MenuItem note="this task and all that follows it" onSelect={() => props.onClear('from-here')}>
              Run from here…
            </MenuItem>
            {props.group === undefined ? null : (
              <MenuItem note={props.group} onSelect={() => props.onClear('group')}>
                Run its group…
              </MenuItem>
            )}
          </>
        )}
        <MenuItem onSelect={props.onCopyLink}>Copy a link to this task</MenuItem>
        <MenuItem onSelect={props.onClose}>Show the whole run</MenuItem>
      </Menu>
    </div>
  );
}
