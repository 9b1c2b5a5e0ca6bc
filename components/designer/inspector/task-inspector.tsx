import Link from 'next/link';
import { useMemo } from 'react';
import type { Task } from '#domain/definition/schema/workflow.ts';
import type { FormProblem } from '#components/forms/form-context.ts';
import { isTemplateDrag } from '#components/forms/drop/template-drag.ts';
import { useTemplateDragging } from '#components/forms/drop/use-template-dragging.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { ReadOnlyFields } from '../session/read-only-fields.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { useReadOnly } from '../session/use-read-only.ts';
import { useSession } from '../session/workflow-session.ts';
import type { TaskTab } from '../store/inspector-tab.ts';
import type { DesignActs } from '../canvas/design-acts.ts';
import { TaskDoc } from './task-doc.tsx';
import { TaskHead } from './task-head.tsx';
import { TaskSettings } from './settings/task-settings.tsx';
import { useCompletionScope } from './use-completion-scope.ts';
import { useLastRun } from './use-last-run.ts';
import { TaskNeighbours } from './task-neighbours.tsx';
import { TaskInput } from './task-input.tsx';
import { TaskValue } from './task-value.tsx';

/** One task: its name, its config in a form of its operator, its settings, what went in and out in the last run, notes about it. */
export function TaskInspector({ task, acts }: { task: Task; acts: DesignActs }) {
  const { manifests, unfinished } = useSession();
  const edit = useDesigner((s) => s.edit);
  const index = useDesigner((s) => s.workflow.tasks.indexOf(task));
  const all = useDesigner((s) => s.problems);
  const tab = useDesigner((s) => s.taskTab);
  const setTab = useDesigner((s) => s.showTaskTab);
  const last = useLastRun();
  const dragging = useTemplateDragging();
  const readOnly = useReadOnly() !== null;
  const scope = useCompletionScope(task.id, last?.scope ?? null);
  const manifest = manifests.get(task.operator);
  const { config, settings } = useMemo(() => {
    const own = `/tasks/${index}`;
    const take = (prefix: string): FormProblem[] =>
      all.flatMap((problem) =>
        problem.pointer.startsWith(`${prefix}/`)
          ? [{ pointer: problem.pointer.slice(prefix.length), level: problem.level, message: problem.message }]
          : [],
      );
    return { config: take(`${own}/config`), settings: take(own) };
  }, [all, index]);
  const count = (n: number): { count?: number } => (n > 0 ? { count: n } : {});
  const errors = (list: readonly FormProblem[]): number => list.filter((problem) => problem.level === 'error').length;
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-inspector={task.id}>
      <TaskHead task={task} acts={acts} />
      <TaskNeighbours task={task.id} acts={acts} />
      <Tabs<TaskTab>
        label="Inspector"
        value={tab}
        onChange={setTab}
        className="flex-1"
        opensFor={isTemplateDrag}
        panelClassName="scroll px-4 pt-3 pb-4"
        items={[
          {
            value: 'config',
            label: 'Config',
            keep: true,
            wanted: dragging && tab !== 'config',
            ...count(errors(config)),
            panel:
              manifest === undefined ? (
                <p className="text-12 text-ink-2">
                  The operator {task.operator} is not here, or it is broken. Its config is kept as it is.{' '}
                  <Link href="/operators" className="link">
                    Operators
                  </Link>{' '}
                  says why.
                </p>
              ) : (
                <SchemaForm
                  key={task.operator}
                  unfinished={unfinished(`${task.id} ${task.operator}`)}
                  schema={manifest.configSchema}
                  hints={manifest.hints}
                  readOnly={readOnly}
                  value={task.config}
                  problems={config}
                  scope={scope}
                  {...(last === null ? {} : { preview: last.preview })}
                  onChange={(next, field) => {
                    const label = manifest.hints[field]?.label ?? field;
                    edit(
                      { type: 'set-config', task: task.id, path: [], value: next },
                      { label: `${label} of ${task.name ?? task.id}`, gesture: `${task.id}/config/${field}` },
                    );
                  }}
                  empty={`${manifest.title} has nothing to configure. ${manifest.description}`}
                />
              ),
          },
          {
            value: 'settings',
            label: 'Settings',
            ...count(errors(settings) - errors(config)),
            panel: <TaskSettings task={task} problems={settings} scope={scope} preview={last?.preview ?? null} />,
          },
          { value: 'input', label: 'Input', keep: dragging, panel: <TaskInput task={task.id} values={last?.values ?? null} /> },
          {
            value: 'output',
            label: 'Output',
            keep: dragging,
            panel: <TaskValue task={task.id} name={task.name ?? task.id} value={last?.values.get(task.id) ?? null} />,
          },
          {
            value: 'doc',
            label: 'Doc',
            panel: (
              <ReadOnlyFields>
                <TaskDoc task={task} manifest={manifest} />
              </ReadOnlyFields>
            ),
          },
        ]}
      />
    </div>
  );
}
