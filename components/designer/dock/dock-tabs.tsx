import { use } from 'react';
import { cx } from '#components/ui/cx.ts';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';
import { useSimulation } from '../simulation/use-simulation.ts';
import { DraftChanges } from '../versions/draft-changes.ts';
import type { Dock } from './dock-store.ts';
import { useChooseDock } from './use-choose-dock.ts';

/** The panels that can stand below the drawing, the one that does marked. Null: what stands there is none of them. */
export function DockTabs({ current }: { current: Dock | 'simulation' | null }) {
  const { detail } = useSession();
  const problems = useDesigner((s) => s.problems.length);
  const changes = use(DraftChanges);
  const choose = useChooseDock();
  const simulate = useSimulation((s) => s.show);
  const tab = (dock: Dock | 'simulation', label: string, count?: number) => (
    <button
      type="button"
      aria-current={current === dock ? 'true' : undefined}
      onClick={() => (dock === 'simulation' ? simulate() : choose(dock))}
      className={cx(
        'relative flex h-8 items-center gap-1 px-2 text-12 whitespace-nowrap text-ink-2 hover:text-ink focus-visible:-outline-offset-2',
        current === dock
          ? 'font-strong text-ink after:absolute after:inset-x-2 after:-bottom-px after:h-0.5 after:bg-accent'
          : '@max-[640px]:hidden max-sm:hidden',
      )}
    >
      {label}
      {count === undefined || (count === 0 && dock === 'changes') ? null : (
        <span className="num font-text text-ink-3">{count.toLocaleString('en')}</span>
      )}
    </button>
  );
  return (
    <nav aria-label="Below the drawing" className="-ml-2 flex shrink-0">
      {tab('problems', 'Problems', problems)}
      {tab('run', 'Run')}
      {tab('simulation', 'Simulation')}
      {detail.published === null ? null : tab('changes', `Changes since ${detail.published.version}`, changes?.length)}
    </nav>
  );
}
