import { useId, useMemo, useState } from 'react';
import { triggerRules, type Retry, type Task } from '#domain/definition/schema/workflow.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import type { FormProblem } from '#components/forms/form-context.ts';
import { TextInput } from '#components/forms/fields/text-input.tsx';
import { Select } from '#components/ui/select.tsx';
import { useDesigner } from '../session/use-designer.ts';
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
    const { timeoutSec, pool, priority, idempotent, disabled, map, past, limits } = task;
    const all = { timeoutSec, pool, priority, idempotent, disabled: disabled || undefined, map, past, limits };
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
          <Count
            label="Retries"
            after="max"
            value={retry.max}
            whole
            onChange={(max) => set({ retry: { ...retry, max } }, 'retries')}
          />
          <Count
            label="First delay"
            after="s"
            value={retry.delaySec}
            onChange={(delaySec) => set({ retry: { ...retry, delaySec } }, 'delay')}
          />
          <Count
            label="Multiplier"
            after="×"
            value={retry.multiplier}
            onChange={(multiplier) => set({ retry: { ...retry, multiplier } }, 'multiplier')}
          />
        </div>
        <RetryPicture retry={retry} />
      </Section>
      <Section title="Limits and the rest">
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

/** Half-filled parts become what the definition can hold: a pool without a name is none. */
function clean(key: string, value: unknown): unknown {
  if (key === 'disabled') return value === true;
  if (typeof value !== 'object' || value === null) return value;
  const object = value as Record<string, unknown>;
  if (key === 'pool') return object['name'] === undefined || object['name'] === '' ? undefined : { slots: 1, ...object };
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

function Count(props: { label: string; after: string; value: number; whole?: boolean; onChange: (value: number) => void }) {
  const id = useId();
  const [typed, setTyped] = useState(String(props.value));
  const [seen, setSeen] = useState(props.value);
  if (props.value !== seen) {
    setSeen(props.value);
    if (Number(typed) !== props.value) setTyped(String(props.value));
  }
  const number = Number(typed);
  const good = typed.trim() !== '' && Number.isFinite(number) && number >= 0 && !(props.whole && !Number.isInteger(number));
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-12 font-strong">
        {props.label}
      </label>
      <TextInput
        id={id}
        className="h-7"
        inputMode="decimal"
        after={props.after}
        value={typed}
        aria-invalid={!good}
        onBlur={() => setTyped(String(props.value))}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          const value = Number(text);
          if (text.trim() !== '' && Number.isFinite(value) && value >= 0 && !(props.whole && !Number.isInteger(value)))
            props.onChange(value);
        }}
      />
    </div>
  );
}
