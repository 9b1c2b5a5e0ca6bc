import { ChevronDown, ChevronUp } from 'lucide-react';
import { memo, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { DockTabs } from '../dock/dock-tabs.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { useReadOnly } from '../session/use-read-only.ts';
import { useGoToProblem } from './use-go-to-problem.ts';

const rank = { error: 0, warning: 1, info: 2 };
const most = 200;

/**
 * What is wrong with the draft, worst first: a sentence, the way to its place, and the repair where there is one. `folded`: begins with
 * its head alone, where another panel needs the room.
 */
export const ProblemsPanel = memo(function ProblemsPanel({
  onGo,
  folded = false,
}: {
  onGo: (task: string) => void;
  folded?: boolean;
}) {
  const problems = useDesigner((s) => s.problems);
  const tasks = useDesigner((s) => s.workflow.tasks);
  const edit = useDesigner((s) => s.edit);
  const say = useDesigner((s) => s.say);
  const readOnly = useReadOnly() !== null;
  const [open, setOpen] = useState(!folded);
  const sorted = [...problems].sort((a, b) => rank[a.level] - rank[b.level]);
  const errors = problems.filter((problem) => problem.level === 'error').length;
  const go = useGoToProblem(onGo);
  return (
    <section aria-label="Problems" data-region data-dock className="border-t border-line bg-surface">
      <div className="flex h-8 items-center gap-2 pr-2 pl-3.5">
        <h2 className="sr-only">Problems</h2>
        <DockTabs current={folded ? null : 'problems'} />
        <span className="flex-1" />
        <span role="status" className="text-12 text-ink-3">
          {errors > 0
            ? `${errors} ${errors === 1 ? 'error stops' : 'errors stop'} publishing`
            : problems.length === 0
              ? 'No problems. This draft can be published.'
              : 'This draft can be published.'}
        </span>
        {problems.length > 0 ? (
          <IconButton
            size="sm"
            label={open ? 'Hide the problems' : 'Show the problems'}
            aria-expanded={open}
            icon={open ? <ChevronDown strokeWidth={1.75} /> : <ChevronUp strokeWidth={1.75} />}
            onClick={() => setOpen(!open)}
          />
        ) : null}
      </div>
      {open && problems.length > 0 ? (
        <ul className="scroll max-h-[136px] border-t border-line max-sm:max-h-20" tabIndex={0} aria-label="List of problems">
          {sorted.slice(0, most).map((problem, i) => {
            const task = tasks.find((t) => t.id === problem.task);
            const name = task === undefined ? null : (task.name ?? task.id);
            const fix = problem.fix;
            return (
              <li
                key={`${problem.code}${problem.pointer}${i}`}
                className="flex min-h-9 items-center gap-2 border-t border-line pr-2 pl-3.5 first:border-t-0"
              >
                <ProblemGlyph level={problem.level === 'info' ? 'hint' : problem.level} />
                <button
                  type="button"
                  className="min-w-0 flex-1 py-0.5 text-left text-12 text-ink-2 hover:text-ink"
                  onClick={() => go(problem)}
                >
                  {name !== null && !problem.message.includes(name) ? <b className="text-ink">{name}</b> : null}
                  {name !== null && !problem.message.includes(name) ? ': ' : ''}
                  {problem.message}
                </button>
                {fix === undefined || readOnly ? null : (
                  <Button
                    size="sm"
                    className="max-sm:hidden"
                    onClick={() => {
                      if (edit(fix.edits, { label: fix.label }) === null) say(`Done: ${fix.label}.`);
                    }}
                  >
                    {fix.label}
                  </Button>
                )}
              </li>
            );
          })}
          {problems.length > most ? (
            <li className="border-t border-line px-3.5 py-2 text-12 text-ink-3">and {problems.length - most} more</li>
          ) : null}
        </ul>
      ) : null}
    </section>
  );
});
