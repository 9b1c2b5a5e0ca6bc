import { Handle, Position, type NodeProps } from '@xyflow/react';
import { Pin } from 'lucide-react';
import { memo, use, useCallback, useSyncExternalStore, type CSSProperties } from 'react';
import { statusWord } from '#components/ui/status-word.ts';
import { CanvasContext, type CanvasShared } from '../canvas-context.ts';
import { inputPoint, outputPoint } from '../geometry/port-point.ts';
import { boxStatus } from '../live/box-status.ts';
import { useTaskLive } from '../live/use-task-live.ts';
import { Ring } from './ring.tsx';
import type { TaskNode } from './task-node.ts';
import { useDetail } from './use-detail.ts';

/** The box of a task, 184 × 52, at most 15 elements (visual.md, Task box). Its words come from `data`, its status from the live store. */
export const TaskBox = memo(function TaskBox({
  id,
  data,
  selected,
  dragging,
  width,
  height,
  isConnectable,
}: NodeProps<TaskNode>) {
  const shared = use(CanvasContext) as CanvasShared;
  const detail = useDetail();
  const live = useTaskLive(shared.live, id);
  const mark = useSyncExternalStore(
    useCallback((tell) => shared.wire.subscribe(tell), [shared.wire]),
    () => shared.wire.mark(id),
    () => null,
  );
  // Between 0.35 and 0.8 a chosen box keeps its legible title; whole, its words would be 6 px high.
  const full = detail === 'near' || (detail === 'far' && (selected || dragging));
  const status = boxStatus(shared.live, live);
  const second =
    mark?.kind === 'impossible'
      ? mark.reason
      : mark?.kind === 'target'
        ? 'release to connect'
        : status === null
          ? data.summary
          : (live?.reason ?? statusWord(status));
  const size = { width: width ?? 184, height: height ?? 52 };
  const at = (p: { x: number; y: number }): CSSProperties => ({ left: p.x, top: p.y });
  const many = data.ports.length > 1;
  return (
    <div
      className="cv-box"
      data-task={id}
      data-status={status ?? undefined}
      data-wire={mark?.kind}
      data-diff={data.diff ?? undefined}
      data-problem={data.problem ?? undefined}
      data-detail={full ? 'near' : 'mid'}
      data-selected={selected || undefined}
      data-off={data.disabled || undefined}
      data-faint={data.faint || undefined}
      data-mapped={data.mapped === null ? undefined : true}
      data-group={data.group === null ? undefined : true}
      role="group"
      aria-roledescription={data.group === null ? 'task' : 'group of tasks'}
      aria-label={label(data, status, second)}
      aria-current={selected || undefined}
      tabIndex={selected || data.first ? 0 : -1}
    >
      <Handle
        type="target"
        position={data.direction === 'TB' ? Position.Top : Position.Left}
        style={at(inputPoint(size, data.direction))}
        className="cv-port in"
        isConnectable={isConnectable}
        isConnectableStart={false}
      />
      {data.ports.map((port, i) => (
        <Handle
          key={port}
          id={port}
          type="source"
          position={data.direction === 'TB' ? Position.Bottom : Position.Right}
          style={at(outputPoint(size, data.direction, i, data.ports.length))}
          className={data.free.includes(port) ? 'cv-port out free' : 'cv-port out'}
          data-side={data.direction}
          data-label={many && full ? port : undefined}
          isConnectable={isConnectable}
          isConnectableEnd={false}
        />
      ))}
      {full ? (
        <span className="cv-tile">
          {status === null ? null : <Ring status={status} progress={live?.progress} />}
          <svg className="cv-icon">
            <use href={`#cv-i-${data.icon}`} />
          </svg>
        </span>
      ) : null}
      <b className="cv-title">{data.title}</b>
      {full ? <span className="cv-second">{second}</span> : null}
      {status === null ? null : (
        <svg className="cv-glyph" data-glyph={status}>
          <use href={`#cv-g-${status}`} />
        </svg>
      )}
      {data.problem === null ? null : (
        <svg className="cv-flag" data-level={data.problem}>
          <use href={`#cv-p-${data.problem}`} />
        </svg>
      )}
      {data.pinned ? (
        <span className="cv-pin" title="Its output is pinned for tries">
          <Pin strokeWidth={1.75} aria-hidden />
        </span>
      ) : null}
      {data.changed ? <i className="cv-changed" title="Changed since the published version" /> : null}
      {data.mapped === null ? null : <i className="cv-pile">{live?.copies === undefined ? data.mapped : `×${live.copies}`}</i>}
    </div>
  );
});

function label(data: TaskNode['data'], status: string | null, second: string): string {
  const kind = data.group === null ? data.operator : `${data.group} tasks`;
  const parts = [data.title];
  if (kind !== data.title && !second.startsWith(kind)) parts.push(kind);
  if (status !== null) parts.push(statusWord(status as Parameters<typeof statusWord>[0]));
  if (second !== '' && second !== parts[parts.length - 1]) parts.push(second);
  if (data.disabled) parts.push('disabled');
  if (data.problemText !== null) parts.push(data.problemText);
  if (data.diff !== null) parts.push(data.diff);
  if (data.pinned) parts.push('output pinned');
  if (data.changed) parts.push('changed since the published version');
  return parts.join(', ');
}
