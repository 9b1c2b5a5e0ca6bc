'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '#components/data/trpc.ts';
import { toast } from '#components/ui/toast.ts';

/** Cancels many runs and says how many of them it could. */
export function useCancelRuns(): { cancel: (ids: string[]) => Promise<void>; busy: boolean } {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const one = useMutation(trpc.runs.cancel.mutationOptions());
  const all = useMutation({
    mutationFn: async (ids: string[]) => {
      const answers = await Promise.allSettled(ids.map((runId) => one.mutateAsync({ runId })));
      const refused = answers.filter((a) => a.status === 'rejected');
      const done = ids.length - refused.length;
      const why: unknown = refused[0]?.reason;
      if (refused.length === 0)
        toast({ title: `${done} ${done === 1 ? 'run' : 'runs'} cancelled. Teardowns that are due still run.` });
      else
        toast({
          level: 'error',
          title: `${done} cancelled, ${refused.length} not.`,
          body: why instanceof Error ? why.message : undefined,
        });
    },
    onSettled: () => cache.invalidateQueries({ queryKey: trpc.runs.list.pathKey() }),
  });
  return { cancel: (ids) => all.mutateAsync(ids), busy: all.isPending };
}
