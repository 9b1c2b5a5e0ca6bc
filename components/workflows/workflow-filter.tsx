import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '#components/data/trpc.ts';
import { Combobox } from '#components/ui/combobox.tsx';

/** Narrows a list to one workflow, found by typing; the empty id is all of them. */
export function WorkflowFilter({ workflow, onChange }: { workflow: string; onChange(workflow: string): void }) {
  const workflows = useQuery(useTRPC().workflows.list.queryOptions());
  const options = useMemo(
    () => [
      { value: '', label: 'All workflows' },
      ...(workflows.data ?? []).map((w) => ({ value: w.id, label: w.name, note: w.project })),
    ],
    [workflows.data],
  );
  return (
    <Combobox
      label="Workflow"
      placeholder="Find a workflow"
      className="w-56 shrink-0 max-xl:w-44 max-sm:w-full"
      value={workflow}
      options={options}
      onChange={onChange}
    />
  );
}
