import { useMemo } from 'react';
import { triggerRules, type Retry, type Task } from '#domain/definition/schema/workflow.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import type { FormProblem } from '#components/forms/form-context.ts';
import { Select } from '#components/ui/select.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { CountField } from './count-field.tsx';
import { PoolPicker } from './pool-picker.tsx';
import { RetryPicture } from './retry-picture.tsx';
import { ruleWords } from './rule-words.ts';
import { Section } from './section.tsx';
import { taskSettingsHints, taskSettingsSchema } from './settings-schema.ts';

const presets: Retry = { max: 0, delaySec: 300, multiplier: 0 };

/** Settings tab: when it runs, how often it is tried, and the rest of the task beside its config. */
export function TaskSettings({ task, problems }: { task: Task; problems: readonly FormProblem[] }) {
  const edit = useDesigner((s) => s.edit);
  const name = task.name ?? task.id;
  const set = (settings: object, what: string): void => {
    edit({ type: 'set-task-settings', task: task.id, settings }, { label: `${what} of ${name}`, gesture: `${task.id}/${what}` });
  };
  const value = useMemo(() => {
    const { timeoutSec, priority, idempotent, disabled, map, past, limits } = task;
    const all = { timeoutSec, priority, idempotent, disabled: disabled || undefined, map, past, limits };
    return Object.fromEntries(Object.entries(all).filter(([, v]) => v !== undefined)) as JsonObject;
  }, [task]);
  const retry = task.retry ?? presets;
  return (
    <>
      <Section title="When it runs">
        <div data-field="triggerRule">
          <Select
            label="Trigger rule"
            value={task.triggerRule}
            options={triggerRules.map((rule) => ({ value: rule, label: rule }))}
            onChange={(triggerRule) => set({ triggerRule }, 'rule')}
          />
          <p className="mt-1 text-12 text-ink-3">{ruleWords[task.triggerRule]}</p>
        </div>
      </Section>
      <Section title="Retry" note="after a failure or a timeout">
        <div className="mb-3 grid grid-cols-3 gap-2" data-field="retry">
          <CountField
            label="Retries"
            after="max"
            value={retry.max}
            whole
            onChange={(max) => set({ retry: { ...retry, max } }, 'retries')}
          />
          <CountField
            label="First delay"
            after="s"
            value={retry.delaySec}
            onChange={(delaySec) => set({ retry: { ...retry, delaySec } }, 'delay')}
          />
          <CountField
            label="Multiplier"
            after="×"
            value={retry.multiplier}
            onChange={(multiplier) => set({ retry: { ...retry, multiplier } }, 'multiplier')}
          />
        </div>
        <RetryPicture retry={retry} />
      </Section>
      <Section title="Limits and the rest">
        <PoolPicker pool={task.pool} onChange={(pool) => set({ pool }, 'pool')} />
        <SchemaForm
          templates={false}
          schema={taskSettingsSchema}
          hints={taskSettingsHints}
          value={value}
          problems={problems}
          onChange={(next, field) => {
            const key = field.split('.')[0] ?? field;
            set({ [key]: clean(key, next[key]) }, key);
          }}
        />
      </Section>
    </>
  );
}

/** Half-filled parts become what the definition can hold. */
function clean(key: string, value: unknown): unknown {
  if (key === 'disabled') return value === true;
  if (typeof value !== 'object' || value === null) return value;
  const object = value as Record<string, unknown>;
  if (key === 'priority') return { weight: 1, rule: 'downstream', ...object };
  if (key === 'past') return { dependsOnPast: false, waitForDownstream: false, ...object };
  if (key === 'map') {
    const over = Array.isArray(object['over']) ? object['over'] : [];
    if (over.length === 0) return undefined;
    return {
      combine: 'product',
      limit: 1024,
      ...object,
      over: over.map((entry: { into?: string; items?: unknown }) => ({ into: entry.into ?? '', items: entry.items ?? [] })),
    };
  }
  return value;
}
