import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '#components/data/trpc.ts';
import { Select } from '#components/ui/select.tsx';

/** Narrows a list to one workflow; the empty id is all of them. */
export function WorkflowFilter({ workflow, onChange }: { workflow: string; onChange(workflow: string): void }) {
  const workflows = useQuery(useTRPC().workflows.list.queryOptions());
  return (
    <Select
      label="Workflow"
      size="md"
      className="w-56 max-sm:w-full"
      value={workflow || 'every'}
      onChange={(next) => onChange(next === 'every' ? '' : next)}
      options={[
        { value: 'every', label: 'All workflows' },
        ...(workflows.data ?? []).map((w) => ({ value: w.id, label: w.name, note: w.project })),
      ]}
    />
  );
}
