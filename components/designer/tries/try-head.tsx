import { ArrowLeft, Pin, PinOff, Play, SlidersHorizontal, Square, X } from 'lucide-react';
import type { Json } from '#domain/definition/schema/json.ts';
import { Button } from '#components/ui/button.tsx';
import { Duration } from '#components/ui/duration.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Select } from '#components/ui/select.tsx';
import { StatusText } from '#components/ui/status-text.tsx';
import { StaleMark } from './stale-mark.tsx';
import type { TaskTry } from './use-task-try.ts';

const shown = 200;
const short = (value: Json): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
};

/** Name, status and time of a try, and what can be done: run, cancel, pin, choose the item, params. */
export function TryHead(props: {
  name: string;
  back: { name: string; go: () => void } | null;
  state: TaskTry;
  /** The task was changed since it was tried. */
  stale: boolean;
  pinned: boolean;
  /** Of a mapped task: its lists, and which entry of each is tried. */
  lists: Json[][] | null;
  chosen: readonly number[];
  onChoose: (list: number, item: number) => void;
  onRun: () => void;
  /** Opens the output to be changed and pinned. */
  onPin: () => void;
  onParams: (() => void) | null;
  onClose: () => void;
}) {
  const { state } = props;
  const taskRun = state.last?.taskRun ?? null;
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1 pr-2 pl-3.5">
      <h2 className="min-w-0 truncate text-12 font-strong">Try {props.name}</h2>
      <span role="status" className="flex min-w-0 items-center gap-2 text-12">
        {taskRun === null ? (
          <span className="text-ink-3">{state.loading ? '' : 'not tried yet'}</span>
        ) : (
          <>
            <StatusText status={taskRun.status} size={14} />
            {taskRun.startedAt === null ? null : (
              <span className="text-ink-3">
                <Duration from={taskRun.startedAt} to={taskRun.endedAt} />
              </span>
            )}
            {props.stale ? <StaleMark /> : null}
          </>
        )}
      </span>
      <span className="flex-1" />
      {props.lists?.map((list, n) => (
        <Select
          key={n}
          label={props.lists?.length === 1 ? 'Item' : `Item of list ${n + 1}`}
          size="sm"
          className="w-auto max-w-48"
          value={String(props.chosen[n] ?? 0)}
          options={list.slice(0, shown).map((item, i) => ({ value: String(i), label: `${i}: ${short(item)}` }))}
          onChange={(value) => props.onChoose(n, Number(value))}
        />
      ))}
      {props.onParams === null ? null : (
        <Button size="sm" look="quiet" icon={<SlidersHorizontal strokeWidth={1.75} />} onClick={props.onParams}>
          Params
        </Button>
      )}

      {props.back === null ? null : (
        <Button size="sm" look="quiet" icon={<ArrowLeft strokeWidth={1.75} />} onClick={props.back.go}>
          Go on with {props.back.name}
        </Button>
      )}
      <Button size="sm" look="quiet" icon={<Pin strokeWidth={1.75} />} onClick={props.onPin}>
        {props.pinned ? 'Change the pin' : 'Pin output'}
      </Button>
      {props.pinned ? (
        <Button size="sm" look="quiet" icon={<PinOff strokeWidth={1.75} />} onClick={() => void state.unpin()}>
          Unpin
        </Button>
      ) : null}
      {state.running ? (
        <Button size="sm" icon={<Square strokeWidth={1.75} />} onClick={state.cancel}>
          Cancel
        </Button>
      ) : (
        <Button size="sm" look="primary" busy={state.starting} icon={<Play strokeWidth={1.75} />} onClick={props.onRun}>
          {state.last === null ? 'Try' : 'Try again'}
        </Button>
      )}
      <IconButton size="sm" label="Close the try" icon={<X strokeWidth={1.75} />} onClick={props.onClose} />
    </div>
  );
}
