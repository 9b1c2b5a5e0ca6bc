import { ChevronDown, Play } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import { useCallback, useMemo, useState } from 'react';
import { useCommands, type Command } from '#components/shell/commands.ts';
import { Button } from '#components/ui/button.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { toast } from '#components/ui/toast.ts';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { useChooseDock } from '../dock/use-choose-dock.ts';
import { useGoToProblem } from '../problems/use-go-to-problem.ts';
import { whenChecked } from '../problems/when-checked.ts';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';
import { RunDialog } from './run-dialog.tsx';

/** Runs the draft as it stands; the menu has the published version and params. The run is shown below the drawing; from another page it leads to its own. */
export function RunButton() {
  const { id, acts, detail, store, dock } = useSession();
  const here = usePathname() === `/workflows/${id}`;
  const chooseDock = useChooseDock();
  const router = useRouter();
  const goTo = useGoToProblem();
  const empty = useDesigner((s) => s.workflow.tasks.length === 0);
  const [busy, setBusy] = useState(false);
  const [asking, setAsking] = useState<'draft' | 'published' | null>(null);
  const run = useCallback(
    (draft: boolean, params?: JsonObject): void => {
      if (empty) {
        toast({ title: 'There is nothing to run yet.', body: 'Add a task from the palette.' });
        return;
      }
      setBusy(true);
      start()
        .catch((error: Error) => toast({ title: error.message, level: 'error' }))
        .finally(() => setBusy(false));

      async function start(): Promise<void> {
        // Problems of what stood there before the last words were typed must not stop it.
        if (draft) await whenChecked(store);
        const found = draft ? store.getState().problems.filter((problem) => problem.level === 'error') : [];
        const errors = found.length;
        const [first] = found;
        if (first !== undefined) {
          toast({
            title: `${errors} ${errors === 1 ? 'error stops' : 'errors stop'} this draft from running.`,
            body: 'The problems panel says what to do.',
            level: 'error',
            undo: () => goTo(first),
            undoLabel: 'Show the first',
          });
          return;
        }
        const { runId } = await acts.run({ draft, ...(params === undefined ? {} : { params }) });
        // On the drawing it is watched there; elsewhere its own page has the room for it.
        if (here) {
          chooseDock('run');
          dock.getState().showRun(runId);
        } else router.push(`/runs/${encodeURIComponent(runId)}`);
      }
    },
    [acts, empty, store, router, goTo, here, chooseDock, dock],
  );
  const published = detail.published;
  const version = published?.version ?? null;
  useCommands(
    'run',
    useMemo((): Command[] => {
      const icon = <Play strokeWidth={1.75} />;
      const group = 'Workflow';
      return [
        { id: 'run.draft', group, title: 'Run draft', icon, run: () => run(true) },
        {
          id: 'run.last',
          group,
          title: 'Show the last run on the drawing',
          words: 'log panel status',
          icon,
          ...(here ? { run: () => chooseDock('run') } : { href: `/workflows/${encodeURIComponent(id)}/runs` }),
        },
        { id: 'run.draft.params', group, title: 'Run the draft with params…', icon, run: () => setAsking('draft') },
        ...(version === null
          ? []
          : [
              { id: 'run.version', group, title: `Run version ${version}`, icon, run: () => run(false) },
              {
                id: 'run.version.params',
                group,
                title: `Run version ${version} with params…`,
                icon,
                run: () => setAsking('published'),
              },
            ]),
      ];
    }, [run, version, here, chooseDock, id]),
  );
  return (
    <span className="inline-flex" data-tour="run">
      <Button
        busy={busy}
        className="rounded-r-[0px] border-r-0 max-sm:rounded-r-control max-sm:border-r"
        icon={<Play strokeWidth={1.75} />}
        onClick={() => run(true)}
      >
        <span className="max-sm:sr-only">Run draft</span>
      </Button>
      <Menu
        trigger={
          <button
            type="button"
            aria-label="More ways to run"
            className="inline-grid w-6 place-items-center rounded-r-control border border-line-2 bg-surface text-ink-2 hover:bg-hover data-popup-open:bg-active max-sm:hidden"
          >
            <ChevronDown className="size-3.5" strokeWidth={1.75} aria-hidden />
          </button>
        }
      >
        <MenuItem onSelect={() => setAsking('draft')}>Run the draft with params…</MenuItem>
        <MenuItem
          note={published === null ? 'Nothing is published yet.' : undefined}
          onSelect={() => published !== null && run(false)}
        >
          {published === null ? 'Run the published version' : `Run version ${published.version}`}
        </MenuItem>
        {published === null ? null : (
          <MenuItem onSelect={() => setAsking('published')}>Run version {published.version} with params…</MenuItem>
        )}
      </Menu>
      {asking === null ? null : (
        <RunDialog
          source={asking}
          onClose={() => setAsking(null)}
          onRun={(params) => {
            const draft = asking === 'draft';
            setAsking(null);
            run(draft, params);
          }}
        />
      )}
    </span>
  );
}
