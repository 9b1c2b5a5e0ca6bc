import { useMemo, useState } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Settings } from '#domain/definition/schema/workflow.ts';
import type { FormProblem } from '#components/forms/form-context.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import { SearchField } from '#components/ui/search-field.tsx';
import { useDesigner } from '../../session/use-designer.ts';
import { Fold } from './fold.tsx';
import { TaskDefaults } from './task-defaults.tsx';
import { workflowSettingsHints, workflowSettingsSchema } from './workflow-schema.ts';

const presets: Settings = {
  maxActiveRuns: 16,
  maxActiveTasks: 16,
  failFast: false,
  runStatusRule: 'leaves',
  concurrency: 'queue',
};
const properties = workflowSettingsSchema['properties'] as JsonObject;
const groups = [
  {
    title: 'Runs beside each other',
    fields: ['concurrency', 'maxActiveRuns', 'maxActiveTasks', 'maxActiveTasksPerWorkflow'],
    words: 'concurrency queue skip cancel previous parallel limit at a time max active',
  },
  {
    title: 'When a run fails',
    fields: ['runStatusRule', 'failFast', 'runTimeoutSec', 'autoPauseAfterFailures'],
    words: 'status rule leaves any failure fail fast timeout pause',
  },
  {
    title: 'Alerts',
    fields: ['alerts'],
    words: 'alert notify notification mail e-mail webhook late sla deadline tell circuit',
  },
  { title: 'How long runs are kept', fields: ['retention'], words: 'retention days delete history' },
] as const;
const schemas = groups.map(({ fields }): JsonObject => ({
  type: 'object',
  properties: Object.fromEntries(fields.map((field) => [field, properties[field] ?? {}])),
}));

/** An alert that was just added has its lists and texts, though empty: what is missing stands beside the field. */
const wholeAlerts = (settings: JsonObject): JsonObject =>
  Array.isArray(settings.alerts)
    ? { ...settings, alerts: settings.alerts.map((alert) => ({ on: [], connection: '', ...(alert as JsonObject) })) }
    : settings;

/** Settings of the workflow itself, and what its tasks inherit. */
export function WorkflowSettings() {
  const own = useDesigner((s) => s.workflow.settings);
  const problems = useDesigner((s) => s.problems);
  const edit = useDesigner((s) => s.edit);
  const [search, setSearch] = useState('');
  const value = useMemo(
    () => Object.fromEntries(Object.entries({ ...own }).filter(([, v]) => v !== undefined)) as JsonObject,
    [own],
  );
  const under = (prefix: string): FormProblem[] =>
    problems.flatMap((p) =>
      // The choice of a connection says itself that there is none of this name.
      p.code !== 'config.unknown-connection' && p.pointer.startsWith(`${prefix}/`)
        ? [{ pointer: p.pointer.slice(prefix.length), level: p.level, message: p.message }]
        : [],
    );
  const ofSettings = under('/settings');
  const wanted = search.trim().toLowerCase();
  return (
    <>
      <SearchField label="Find a setting" value={search} onChange={setSearch} className="mb-3 shrink-0" />
      {groups.map(({ title, fields, words }, i) => {
        const set = fields.filter((field) => value[field] !== undefined && value[field] !== presets[field as keyof Settings]);
        return (
          <Fold
            key={title}
            field={`settings-${i}`}
            title={title}
            summary={set.length === 0 ? 'as usual' : `${set.length} set`}
            isSet={i === 0 || set.length > 0 || ofSettings.some(({ pointer }) => fields.some((f) => pointer.startsWith(`/${f}`)))}
            search={wanted}
            words={words}
          >
            <SchemaForm
              templates={false}
              schema={schemas[i] ?? {}}
              hints={workflowSettingsHints}
              value={value}
              problems={ofSettings}
              onChange={(next, field) =>
                edit(
                  { type: 'set-settings', fields: { settings: { ...presets, ...wholeAlerts(next) } as Settings } },
                  { label: 'settings of the workflow', gesture: `workflow/settings/${field}` },
                )
              }
            />
          </Fold>
        );
      })}
      <TaskDefaults problems={under('/taskDefaults')} search={wanted} />
    </>
  );
}
