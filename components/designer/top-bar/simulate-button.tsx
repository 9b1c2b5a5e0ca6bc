import { Spline } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useCallback, useMemo } from 'react';
import { useCommands, type Command } from '#components/shell/commands.ts';
import { Button } from '#components/ui/button.tsx';
import { useSession } from '../session/workflow-session.ts';
import type { SimulationTab } from '../simulation/simulation-store.ts';
import { useSimulation } from '../simulation/use-simulation.ts';

/** Opens and closes the Simulation below the canvas; from another page of the workflow it leads there. */
export function SimulateButton() {
  const { id } = useSession();
  const open = useSimulation((s) => s.open);
  const show = useSimulation((s) => s.show);
  const hide = useSimulation((s) => s.hide);
  const path = usePathname();
  const router = useRouter();
  const base = `/workflows/${id}`;
  const here = path === base;
  const go = useCallback(
    (tab?: SimulationTab): void => {
      show(tab);
      if (!here) router.push(base);
    },
    [show, here, router, base],
  );
  useCommands(
    'simulate',
    useMemo((): Command[] => {
      const icon = <Spline strokeWidth={1.75} />;
      const group = 'Workflow';
      return [
        {
          id: 'simulate',
          group,
          title: 'Simulate the draft',
          keys: 'S',
          words: 'what if virtual time dry run',
          icon,
          run: () => go('outcomes'),
        },
        {
          id: 'simulate.many',
          group,
          title: 'Simulate the draft 1,000 times',
          words: 'monte carlo odds',
          icon,
          run: () => go('many'),
        },
        {
          id: 'simulate.replay',
          group,
          title: 'Replay a run on the draft',
          words: 'last night what if',
          icon,
          run: () => go('replay'),
        },
      ];
    }, [go]),
  );
  return (
    <Button
      icon={<Spline strokeWidth={1.75} />}
      aria-pressed={here && open}
      className={here && open ? 'bg-active' : undefined}
      onClick={() => (here && open ? hide() : go())}
    >
      <span className="max-lg:sr-only">Simulate</span>
    </Button>
  );
}
