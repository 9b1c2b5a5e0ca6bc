import { useMemo } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { Time } from '#components/ui/time.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { ReadOnlyFields } from '../session/read-only-fields.tsx';
import { useReadOnly } from '../session/use-read-only.ts';
import type { WorkflowTab } from '../store/inspector-tab.ts';
import { useSession } from '../session/workflow-session.ts';
import { ParamsEditor } from './params-editor.tsx';
import { WorkflowSettings } from './settings/workflow-settings.tsx';
import { WorkflowTags } from './workflow-tags.tsx';
import { WorkflowTriggers } from './workflow-triggers.tsx';

const aboutSchema: JsonObject = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    description: { type: 'string' },
    owner: { type: 'string' },
  },
  required: ['name'],
};
const aboutHints = {
  name: { label: 'Name' },
  description: { label: 'Description', widget: 'textarea' as const, placeholder: 'What it is for. Markdown.' },
  owner: { label: 'Owner', placeholder: 'A person or a team' },
};

/** Nothing is selected: the workflow itself, its params and its settings. */
export function WorkflowInspector() {
  const { detail } = useSession();
  const readOnly = useReadOnly() !== null;
  const workflow = useDesigner((s) => s.workflow);
  const edit = useDesigner((s) => s.edit);
  const tab = useDesigner((s) => s.workflowTab);
  const setTab = useDesigner((s) => s.showWorkflowTab);
  const about = useMemo(() => {
    const { name, description, owner } = workflow;
    return Object.fromEntries(Object.entries({ name, description, owner }).filter(([, v]) => v !== undefined)) as JsonObject;
  }, [workflow]);
  return (
    <div className="flex min-h-0 flex-1 flex-col" data-inspector="workflow">
      <div className="py-2 pr-3 pl-4">
        <h2 className="truncate text-14 leading-[18px] font-strong">{workflow.name}</h2>
        <p className="text-11 leading-[14px] text-ink-3">
          {workflow.tasks.length} {workflow.tasks.length === 1 ? 'task' : 'tasks'}
          {detail.published === null ? (
            ', not published yet'
          ) : (
            <>
              , version {detail.published.version} of <Time at={detail.published.publishedAt} parts="day-time" />
            </>
          )}
        </p>
      </div>
      <Tabs<WorkflowTab>
        label="Inspector"
        value={tab}
        onChange={setTab}
        className="flex-1"
        panelClassName="scroll px-4 pt-3 pb-4"
        items={[
          {
            value: 'about',
            label: 'Workflow',
            panel: (
              <>
                <SchemaForm
                  readOnly={readOnly}
                  templates={false}
                  schema={aboutSchema}
                  hints={aboutHints}
                  value={about}
                  problems={
                    about['name'] === '' ? [{ pointer: '/name', level: 'error', message: 'A workflow needs a name.' }] : []
                  }
                  onChange={(next, field) => {
                    const value = next[field];
                    if (field === 'name' && (typeof value !== 'string' || value.trim() === '')) return;
                    edit(
                      { type: 'set-settings', fields: { [field]: value } },
                      { label: `${field} of the workflow`, gesture: `workflow/${field}` },
                    );
                  }}
                />
                <div className="mt-3">
                  <WorkflowTags />
                </div>
                <WorkflowTriggers />
              </>
            ),
          },
          {
            value: 'params',
            label: 'Params',
            panel: (
              <ReadOnlyFields>
                <ParamsEditor />
              </ReadOnlyFields>
            ),
          },
          {
            value: 'settings',
            label: 'Settings',
            panel: <WorkflowSettings />,
          },
        ]}
      />
    </div>
  );
}
