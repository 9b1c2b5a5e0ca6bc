import { Pencil, Play, RotateCcw } from 'lucide-react';
import { memberPath } from '#domain/expression/member-path.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import { DataPathContext } from '#components/run-view/panel/data-path.ts';
import { DataView } from '#components/run-view/panel/data-view.tsx';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { FieldHandle } from './field-handle.tsx';
import type { TryInput } from './try-inputs.ts';
import { ValueOrigin } from './value-origin.tsx';

/** What comes in, task by task: its value and where that is from; without one, the ways to get one. */
export function InputColumn(props: {
  inputs: readonly TryInput[];
  onType: (task: string) => void;
  onForget: (task: string) => void;
  onTryFirst: (task: string) => void;
}) {
  const { inputs } = props;
  if (inputs.length === 0) return <p className="text-12 text-ink-3">Nothing comes before this task.</p>;
  return inputs.map(({ task, name, value, required }) =>
    value === null ? (
      <section key={task} aria-label={`Input from ${name}`} className="mb-3">
        <h3 className="flex min-h-7 items-center text-12 font-strong">{name}</h3>
        <p className="mb-1.5 text-12 text-ink-2">
          {required ? `${name} has no value yet, and this task reads it.` : `${name} has no value yet. The try goes on without.`}
        </p>
        <div className="flex flex-wrap gap-1.5">
          <Button size="sm" icon={<Play strokeWidth={1.75} />} onClick={() => props.onTryFirst(task)}>
            Try it first
          </Button>
          <Button size="sm" icon={<Pencil strokeWidth={1.75} />} onClick={() => props.onType(task)}>
            Type a value
          </Button>
        </div>
      </section>
    ) : (
      <DataPathContext key={task} value={{ path: `${memberPath('tasks', task)}.output`, Handle: FieldHandle }}>
        <DataView
          title={name}
          note={
            <ValueOrigin
              source={value.source}
              runNumber={value.runNumber}
              runId={value.runId}
              at={value.at}
              stale={value.stale}
            />
          }
          value={value.output as Json}
          tools={
            <>
              {value.source === 'typed' ? (
                <IconButton
                  size="sm"
                  label={`Forget what was typed for ${name}`}
                  icon={<RotateCcw strokeWidth={1.75} />}
                  onClick={() => props.onForget(task)}
                />
              ) : null}
              <IconButton
                size="sm"
                label={`Type another value for ${name}`}
                icon={<Pencil strokeWidth={1.75} />}
                onClick={() => props.onType(task)}
              />
            </>
          }
        />
      </DataPathContext>
    ),
  );
}
