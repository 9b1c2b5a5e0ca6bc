import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '#components/data/trpc.ts';
import { cellStatus } from '#components/grid/cell-status.ts';
import { NeighbourChips, type Neighbour } from '#components/ui/neighbour-chips.tsx';
import type { DesignActs } from '../canvas/design-acts.ts';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';

/** The tasks right before and after this one, each with its status in the last run; a press selects it and brings it into view. */
export function TaskNeighbours({ task, acts }: { task: string; acts: DesignActs }) {
  const { id } = useSession();
  const workflow = useDesigner((s) => s.workflow);
  const last = useQuery(useTRPC().runs.grid.queryOptions({ workflowId: id, limit: 1 }, { staleTime: 10_000 })).data?.runs[0];
  const { upstream, downstream } = useMemo(() => {
    const chip = (other: string): Neighbour[] => {
      const found = workflow.tasks.find((one) => one.id === other);
      if (found === undefined) return [];
      const cell = last?.cells.find((one) => one.task === other);
      return [
        {
          id: other,
          title: found.name ?? other,
          status: last === undefined || cell === undefined ? null : cellStatus(last, cell),
          disabled: found.disabled,
        },
      ];
    };
    const chips = (others: string[]) => [...new Set(others)].flatMap(chip);
    return {
      upstream: chips(workflow.edges.filter(({ to }) => to === task).map(({ from }) => from)),
      downstream: chips(workflow.edges.filter(({ from }) => from === task).map(({ to }) => to)),
    };
  }, [workflow, last, task]);
  return <NeighbourChips upstream={upstream} downstream={downstream} onGo={acts.go} className="px-4 pb-2" />;
}
