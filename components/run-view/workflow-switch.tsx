'use client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '#components/data/trpc.ts';
import { Switch } from '#components/ui/switch.tsx';
import { toast } from '#components/ui/toast.ts';

/** Whether the workflow of this run is on, and the way to change it; nothing until that is known. */
export function WorkflowSwitch({ id, name }: { id: string; name: string }) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const list = useQuery(trpc.workflows.list.queryOptions());
  const set = useMutation(
    trpc.workflows.setEnabled.mutationOptions({
      onError: (error) => toast({ level: 'error', title: 'The switch stays as it was.', body: error.message }),
      onSettled: () => cache.invalidateQueries({ queryKey: trpc.workflows.list.queryKey() }),
    }),
  );
  const workflow = list.data?.find((w) => w.id === id);
  if (!workflow) return null;
  const checked = set.isPending ? set.variables.enabled : workflow.enabled;
  return <Switch label={name} checked={checked} onChange={(enabled) => set.mutate({ id, enabled })} className="ml-1" />;
}
