'use client';
import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#components/data/trpc.ts';
import type { WorkflowPickerProps } from '#components/forms/workflow-slot.ts';
import { Select } from '#components/ui/select.tsx';

/** The choice of a workflow by its name, with a way to look at it. What is chosen is shown, whatever became of it. */
export function WorkflowPicker({ label, describedBy, readOnly, value, onChange }: WorkflowPickerProps) {
  const trpc = useTRPC();
  const list = useQuery(trpc.workflows.list.queryOptions());
  const chosen = list.data?.find(({ id }) => id === value);
  const options = [
    ...(list.data ?? []).map(({ id, name, version }) => ({
      value: id,
      label: name,
      ...(version === null ? { note: 'not published' } : {}),
    })),
    ...(value !== '' && !chosen ? [{ value, label: value, ...(list.data ? { note: 'is not there' } : {}) }] : []),
  ];
  if (readOnly) return <p className="text-13">{chosen?.name ?? (value || 'None')}</p>;
  return (
    <div aria-labelledby={label} aria-describedby={describedBy} role="group">
      <Select
        label="Workflow"
        value={value === '' ? null : value}
        options={options}
        placeholder="Choose a workflow"
        onChange={onChange}
      />
      {list.data && value !== '' && !chosen ? (
        <p className="mt-1 text-12 text-st-failed-text">There is no workflow {value}. Make it, or choose another.</p>
      ) : chosen?.version === null ? (
        <p className="mt-1 text-12 text-st-failed-text">{chosen.name} is not published yet. Publish it before this task runs.</p>
      ) : chosen ? (
        <a
          className="mt-1 inline-block text-12 text-accent-text hover:underline"
          href={`/workflows/${chosen.id}`}
          target="_blank"
          rel="noreferrer"
        >
          Open {chosen.name}
        </a>
      ) : null}
    </div>
  );
}
