import { useId } from 'react';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';
import { CodeArea } from '#components/forms/code/code-area.tsx';
import { useDesigner } from '../session/use-designer.ts';

/** Doc tab: what the operator does, and the team's own words about this task (Markdown). */
export function TaskDoc({ task, manifest }: { task: Task; manifest: Manifest | undefined }) {
  const id = useId();
  const edit = useDesigner((s) => s.edit);
  return (
    <>
      <p className="mb-3 text-12 text-ink-2">
        {manifest === undefined ? `Operator ${task.operator}.` : `${manifest.title}: ${manifest.description}`}
      </p>
      <label htmlFor={id} className="mb-1 block text-12 font-strong">
        Notes for those who come later
      </label>
      <CodeArea
        id={id}
        rows={10}
        value={task.doc ?? ''}
        placeholder="Why it is there, whom to ask, what to do when it fails. Markdown."
        onChange={(doc) =>
          edit(
            { type: 'set-task-settings', task: task.id, settings: { doc: doc === '' ? undefined : doc } },
            { label: `notes of ${task.name ?? task.id}`, gesture: `${task.id}/doc` },
          )
        }
      />
    </>
  );
}
