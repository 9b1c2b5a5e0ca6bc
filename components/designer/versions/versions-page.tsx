'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { Canvas } from '#components/canvas/canvas.tsx';
import type { CanvasHandle } from '#components/canvas/canvas-handle.ts';
import type { DiffMark } from '#components/canvas/project/diff-marks.ts';
import { useOpenGroups } from '#components/canvas/project/use-open-groups.ts';
import { useTRPC, useTRPCClient } from '#components/data/trpc.ts';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { Button } from '#components/ui/button.tsx';
import { cx } from '#components/ui/cx.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Time } from '#components/ui/time.tsx';
import { toast } from '#components/ui/toast.ts';
import { useDesigner } from '../session/use-designer.ts';
import { useReadOnly } from '../session/use-read-only.ts';
import { useSession } from '../session/workflow-session.ts';
import { canonicalText } from '#domain/definition/canonical.ts';
import { Select } from '#components/ui/select.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { useCopyFrom } from '../canvas/use-copy-from.ts';
import { diffDrawing } from './diff-drawing.ts';
import { VersionTask } from './version-task.tsx';
import { TextDiff } from './text-diff.tsx';
import { ChangeList } from './change-list.tsx';
import { compareWorkflows } from './compare-workflows.ts';

/** Versions of a workflow, newest first; one is looked at, compared with the draft, or put back into it. */
export function VersionsPage() {
  const { id } = useSession();
  const trpc = useTRPC();
  const versions = useQuery(trpc.versions.list.queryOptions({ workflowId: id }));
  const [wanted, setWanted] = useUrlParam('version');
  if (versions.error !== null && versions.data === undefined)
    return (
      <EmptyState
        title="The versions could not be read."
        action={<Button onClick={() => void versions.refetch()}>Try again</Button>}
      >
        {versions.error.message}
      </EmptyState>
    );
  if (versions.data === undefined)
    return <div className="h-full bg-surface" role="status" aria-label="The versions are being read" />;
  const list = versions.data;
  const shown = (list.find((one) => String(one.version) === wanted) ?? list[0])?.version ?? null;
  if (shown === null)
    return (
      <main className="h-full bg-surface">
        <EmptyState title="No version is published yet.">
          Publish makes one of the draft. It never changes, and every run says which version it ran.
        </EmptyState>
      </main>
    );
  return (
    <main
      className="grid h-full grid-cols-[320px_minmax(0,1fr)] max-sm:grid-cols-1 max-sm:grid-rows-[fit-content(30%)_1fr]"
      aria-label="Versions"
    >
      <ol className="scroll border-r border-line bg-surface" aria-label="List of versions">
        {list.map((version) => (
          <li key={version.version}>
            <button
              type="button"
              aria-current={version.version === shown || undefined}
              onClick={() => setWanted(String(version.version))}
              className={cx(
                'block w-full border-b border-line px-4 py-2.5 text-left outline-offset-[-2px] hover:bg-hover',
                version.version === shown && 'bg-active hover:bg-active',
              )}
            >
              <span className="flex items-baseline gap-2">
                <b>Version {version.version}</b>
                <span className="flex-1" />
                <Time at={version.publishedAt} parts="day-time" relative className="text-12 text-ink-3" />
              </span>
              <span className="block text-12 text-ink-2">{version.message === '' ? 'without a message' : version.message}</span>
              {version.publishedBy === null ? null : <span className="block text-12 text-ink-3">{version.publishedBy}</span>}
            </button>
          </li>
        ))}
      </ol>
      <OneVersion key={shown} version={shown} others={list.map((one) => one.version).filter((one) => one !== shown)} />
    </main>
  );
}

const draftValue = 'draft';
const sign: Record<DiffMark, string> = { added: '+', removed: '−', changed: '~' };
const colour: Record<DiffMark, string> = {
  added: 'text-st-success-text',
  removed: 'text-st-failed-text',
  changed: 'text-accent-text',
};

/** A version as drawing, and what differs: from it to the draft, or between it and another version, from the older to the newer. */
function OneVersion({ version, others }: { version: number; others: readonly number[] }) {
  const { id, catalog, store } = useSession();
  const trpc = useTRPC();
  const api = useTRPCClient();
  const draft = useDesigner((s) => s.workflow);
  const found = useQuery(trpc.versions.get.queryOptions({ workflowId: id, version }, { staleTime: Infinity }));
  const parsed = useMemo(() => (found.data === undefined ? null : parseWorkflow(found.data.definition)), [found.data]);
  const workflow = parsed?.ok === true ? parsed.workflow : null;
  const toDraft = workflow === null ? [] : compareWorkflows(workflow, draft);
  const same = workflow !== null && toDraft.length === 0;
  // With nothing to say about the draft, what the version itself brought is of interest.
  const before = others.find((one) => one < version);
  const [asked, setAsked] = useUrlParam('with');
  const known = asked === draftValue || others.some((one) => String(one) === asked);
  const against = (known ? asked : null) ?? (same && before !== undefined ? String(before) : draftValue);
  const otherVersion = against === draftValue ? null : Number(against);
  const fetched = useQuery(
    trpc.versions.get.queryOptions(
      { workflowId: id, version: otherVersion ?? version },
      { staleTime: Infinity, enabled: otherVersion !== null },
    ),
  );
  const otherParsed = useMemo(
    () => (otherVersion === null || fetched.data === undefined ? null : parseWorkflow(fetched.data.definition)),
    [otherVersion, fetched.data],
  );
  const other = otherVersion === null ? draft : otherParsed?.ok === true ? otherParsed.workflow : null;
  const newer = otherVersion === null || otherVersion > version;
  const [older, younger] = newer ? [workflow, other] : [other, workflow];
  const changes = otherVersion === null ? toDraft : older === null || younger === null ? [] : compareWorkflows(older, younger);
  const nameOf = (one: number | null): string => (one === null ? 'the draft' : `version ${one}`);
  const [fromName, toName] = newer ? [nameOf(version), nameOf(otherVersion)] : [nameOf(otherVersion), nameOf(version)];
  const compared = useMemo(() => (older === null || younger === null ? null : diffDrawing(older, younger)), [older, younger]);
  const canvas = useRef<CanvasHandle>(null);
  const [chosenParam, setChosenParam] = useUrlParam('task');
  const chosen = chosenParam || null;
  const setChosen = (id: string | null) => setChosenParam(id ?? '');
  const drawn = compared?.workflow ?? workflow;
  const task = drawn?.tasks.find((one) => one.id === chosen);
  const groups = useOpenGroups(drawn ?? draft, task === undefined ? null : chosen);
  useCopyFrom(drawn, chosen);
  const shownTask = task?.id ?? null;
  useEffect(() => {
    if (shownTask === null) return;
    // Its panel takes room from the drawing, which learns of it one frame later.
    requestAnimationFrame(() => requestAnimationFrame(() => canvas.current?.reveal(shownTask)));
  }, [shownTask]);
  const count = (kind: DiffMark): number => changes.filter((change) => change.task !== undefined && change.kind === kind).length;
  const [viewParam, setViewParam] = useUrlParam('as');
  const view = viewParam === 'text' ? 'text' : 'words';
  const setView = (next: 'words' | 'text') => setViewParam(next === 'text' ? 'text' : '');
  const readOnly = useReadOnly() !== null;
  const restore = (): void => {
    void api.versions.get
      .query({ workflowId: id, version })
      .then(({ definition }) => {
        const again = parseWorkflow(definition);
        if (!again.ok) throw new Error(again.problems[0]?.message ?? 'This version cannot be read.');
        store.getState().replace(again.workflow, `restore version ${version}`);
        toast({
          title: `The draft is version ${version} again.`,
          body: 'Nothing is published by it.',
          undo: () => store.getState().undo(),
        });
      })
      .catch((error: Error) => toast({ title: error.message, level: 'error' }));
  };
  return (
    <div className="grid min-h-0 grid-rows-[minmax(0,1fr)_auto]">
      {workflow === null ? (
        <div className="bg-canvas p-6 text-ink-2">
          {found.error?.message ?? (parsed?.ok === false ? 'This version cannot be read.' : '')}
        </div>
      ) : (
        <div
          className={cx(
            'grid min-h-0',
            task !== undefined &&
              'grid-cols-[minmax(0,1fr)_352px] max-lg:grid-cols-[minmax(0,1fr)_280px] max-sm:grid-cols-1 max-sm:grid-rows-[minmax(0,2fr)_minmax(0,3fr)]',
          )}
        >
          <Canvas
            ref={canvas}
            workflow={groups.workflow}
            catalog={catalog}
            mode="read"
            label={`Drawing of version ${version}`}
            {...(compared === null ? {} : { diff: compared.marks })}
            selection={chosen === null ? [] : [chosen]}
            onSelect={(ids) => setChosen(ids.at(-1) ?? null)}
            onToggleGroup={groups.toggle}
          >
            <div className="cv-bar top-3 left-3 h-8 text-12 text-ink-2">
              <span className="px-2">Version {version}, read only</span>
              {(['added', 'removed', 'changed'] as const).map((kind) =>
                count(kind) === 0 ? null : (
                  <span key={kind} className={cx('num pr-2', colour[kind])}>
                    {sign[kind]} {count(kind)} {kind}
                  </span>
                ),
              )}
            </div>
          </Canvas>
          {task === undefined || drawn === null ? null : (
            <VersionTask
              key={task.id}
              workflow={drawn}
              task={task}
              before={older?.tasks.find((one) => one.id === task.id)}
              after={younger?.tasks.find((one) => one.id === task.id)}
              mark={compared?.marks.tasks.get(task.id) ?? null}
              from={fromName}
              to={toName}
              onClose={() => setChosen(null)}
            />
          )}
        </div>
      )}
      <section aria-label="Differences" className="scroll max-h-72 border-t border-line bg-surface px-4 py-3">
        <div className="mb-2 flex flex-wrap items-center gap-2">
          <h2 className="text-12 font-strong max-sm:w-full">
            From {fromName} to {toName}
          </h2>
          <span className="flex-1" />
          <Select
            label="Compare with"
            size="sm"
            className="w-36!"
            value={against}
            options={[
              { value: draftValue, label: 'with the draft' },
              ...others.map((one) => ({ value: String(one), label: `with version ${one}` })),
            ]}
            onChange={setAsked}
          />
          <Segments
            label="Differences as"
            size="sm"
            value={view}
            options={[
              { value: 'words', label: 'Words' },
              { value: 'text', label: 'Text' },
            ]}
            onChange={setView}
          />
          {workflow === null || same || readOnly ? null : (
            <Button size="sm" onClick={restore}>
              Restore version {version}
            </Button>
          )}
        </div>
        {view === 'words' || older === null || younger === null ? (
          <ChangeList
            changes={changes}
            empty={
              older !== null && younger !== null
                ? `${otherVersion === null ? 'The draft means' : 'Both mean'} the same.`
                : (fetched.error?.message ?? (otherParsed?.ok === false ? 'That version cannot be read.' : ''))
            }
            most={40}
            onGo={setChosen}
          />
        ) : (
          <TextDiff
            before={canonicalText(older)}
            after={canonicalText(younger)}
            label={`From ${fromName} to ${toName} as text`}
          />
        )}
      </section>
    </div>
  );
}
