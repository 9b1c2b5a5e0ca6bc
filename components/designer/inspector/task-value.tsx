import { memberPath } from '#domain/expression/member-path.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import { DataPathContext } from '#components/run-view/panel/data-path.ts';
import { DataView } from '#components/run-view/panel/data-view.tsx';
import { FieldHandle } from '../tries/field-handle.tsx';
import type { TryValue } from '../tries/use-try-values.ts';
import { ValueOrigin } from '../tries/value-origin.tsx';

/** What a task last gave: pinned, in a run, or in a try. */
export function TaskValue({ task, name, value }: { task: string; name: string; value: TryValue | null }) {
  if (value === null) return <p className="text-12 text-ink-3">{name} has no output yet. It shows here after a run or a try.</p>;
  return (
    <DataPathContext value={{ path: `${memberPath('tasks', task)}.output`, Handle: FieldHandle }}>
      <DataView
        title={name}
        note={
          <ValueOrigin source={value.source} runNumber={value.runNumber} runId={value.runId} at={value.at} stale={value.stale} />
        }
        value={value.output as Json}
      />
    </DataPathContext>
  );
}
