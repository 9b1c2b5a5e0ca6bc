'use client';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { useTRPC } from '#components/data/trpc.ts';
import type { WorkflowPickerProps } from '#components/forms/workflow-slot.ts';
import { cx } from '#components/ui/cx.ts';
import { ListPicker } from '#components/ui/list-picker.tsx';

/** The choice of a workflow by its name, searched by typing, with a way to look at it. What is chosen is shown, whatever became of it. */
export function WorkflowPicker({ label, describedBy, readOnly, value, onChange }: WorkflowPickerProps) {
  const trpc = useTRPC();
  const list = useQuery(trpc.workflows.list.queryOptions());
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const chosen = list.data?.find(({ id }) => id === value);
  if (readOnly) return <p className="text-13">{chosen?.name ?? (value || 'None')}</p>;
  const gone = list.data !== undefined && value !== '' && chosen === undefined;
  return (
    <div aria-labelledby={label} aria-describedby={describedBy} role="group">
      <button
        type="button"
        aria-haspopup="dialog"
        aria-expanded={at !== null}
        aria-label={value === '' ? 'Choose a workflow' : `Workflow ${chosen?.name ?? value}, change`}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          setAt({ x: box.left, y: box.bottom + 4 });
        }}
        className="flex h-8 w-full items-center justify-between gap-1.5 rounded-control border border-control bg-surface px-2 text-left text-13 aria-expanded:border-accent max-sm:h-11"
      >
        <span className={cx('truncate', value === '' && 'text-ink-3')}>
          {value === '' ? 'Choose a workflow' : (chosen?.name ?? value)}
        </span>
        <ChevronDown className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} aria-hidden />
      </button>
      {at === null ? null : (
        <ListPicker
          title="Which workflow shall it run?"
          at={at}
          items={(list.data ?? []).map(({ id, name, project, version, tags }) => ({
            id,
            title: name,
            note: [project, version === null ? 'not published yet' : `version ${version}`, id].filter(Boolean).join(', '),
            words: `${id} ${tags.join(' ')}`,
          }))}
          onClose={() => setAt(null)}
          onPick={(id) => {
            setAt(null);
            if (id !== value) onChange(id);
          }}
        />
      )}
      {gone ? (
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
