'use client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import Link from 'next/link';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { errorReason } from '#components/data/error-reason.ts';
import { useTRPC } from '#components/data/trpc.ts';
import { ListFrame } from '#components/shell/list-frame.tsx';
import { useFreshOperators } from '#components/operators/use-fresh-operators.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { toast } from '#components/ui/toast.ts';
import type { UnfinishedTexts } from '#components/forms/use-unfinished.ts';
import { createDockStore } from '../dock/dock-store.ts';
import { readKeptDraft } from '../draft/kept-draft.ts';
import { useDraftSaver } from '../draft/use-draft-saver.ts';
import { useValidation } from '../problems/use-validation.ts';
import { createSimulationStore } from '../simulation/simulation-store.ts';
import { createDesignerStore } from '../store/designer-store.ts';
import { ConflictDialog } from '../top-bar/conflict-dialog.tsx';
import { SignInAgain } from '../top-bar/sign-in-again.tsx';
import { WorkflowBar } from '../top-bar/workflow-bar.tsx';
import { openDocument, type OpenedDocument } from './open-document.ts';
import { useReadOnly } from './use-read-only.ts';
import { useServerActs } from './use-server-acts.ts';
import { SessionContext, type WorkflowDetail, type WorkflowSession } from './workflow-session.ts';

/** Round the pages of one workflow: opens its draft once, keeps it while the tabs change, draws the bar above them. */
export function WorkflowFrame({ id, children }: { id: string; children: ReactNode }) {
  const trpc = useTRPC();
  const detail = useQuery(trpc.workflows.get.queryOptions({ id }, { staleTime: 0 }));
  const catalog = useQuery(trpc.operators.catalog.queryOptions(undefined, { staleTime: 60_000 }));
  useFreshOperators();
  const failed = detail.error ?? catalog.error;
  if (failed !== null && (detail.data === undefined || catalog.data === undefined)) {
    const missing = errorReason(failed)?.reason === 'workflow.unknown';
    return (
      <Message title={missing ? 'This workflow does not exist.' : 'The workflow could not be opened.'} body={failed.message}>
        {missing ? null : <Button onClick={() => void Promise.all([detail.refetch(), catalog.refetch()])}>Try again</Button>}
      </Message>
    );
  }
  if (detail.data === undefined || catalog.data === undefined) return <Opening />;
  return (
    <Open key={id} detail={detail.data} catalog={catalog.data}>
      {children}
    </Open>
  );
}

function Open({ detail, catalog, children }: { detail: WorkflowDetail; catalog: Manifest[]; children: ReactNode }) {
  const [opened] = useState(() => openDocument(detail.draft, readKeptDraft(detail.workflow.id)));
  if ('broken' in opened) return <Message title="This draft cannot be read." body={opened.broken} />;
  return (
    <Session detail={detail} catalog={catalog} opened={opened}>
      {children}
    </Session>
  );
}

function Session(props: { detail: WorkflowDetail; catalog: Manifest[]; opened: OpenedDocument; children: ReactNode }) {
  const { detail, catalog, opened } = props;
  const { id } = detail.workflow;
  const readOnly = useReadOnly();
  const [store] = useState(() => createDesignerStore(opened.workflow, readOnly));
  const saver = useDraftSaver(id, store, { ...opened.base, savedAt: detail.draft.savedAt });
  const acts = useServerActs(id, saver);
  const manifests = useMemo(() => new Map(catalog.map((m) => [`${m.type}@${m.version}`, m])), [catalog]);
  const [unfinished] = useState(keepUnfinished);
  const [simulation] = useState(createSimulationStore);
  const [dock] = useState(createDockStore);
  const session = useMemo<WorkflowSession>(
    () => ({ id, store, saver, simulation, dock, catalog, manifests, detail, acts, unfinished }),
    [id, store, saver, simulation, dock, catalog, manifests, detail, acts, unfinished],
  );
  const known = useQuery(useTRPC().connections.list.queryOptions()).data;
  const connections = useMemo(() => (known === undefined ? null : new Set(known.map(({ name }) => name))), [known]);
  useValidation(store, catalog, connections);
  useEffect(() => {
    // What this browser could not save last time goes on where it was; somebody else's later draft then shows as a conflict.
    const { kept } = opened;
    if (kept === null || readOnly !== null) return;
    store.getState().replace(kept.workflow, 'what was kept in this browser');
    toast({ title: 'Changes that were not saved are back.', body: 'They were kept in this browser.' });
  }, [opened, store, readOnly]);
  useEffect(() => {
    // Another tab or person saved and nothing of ours waits: theirs is the draft now.
    if (detail.draft.revision <= saver.revision() || saver.state().kind !== 'saved') return;
    const parsed = parseWorkflow(detail.draft.definition);
    if (!parsed.ok) return;
    store.getState().reset(parsed.workflow);
    saver.adopt(detail.draft.revision, detail.draft.savedAt, parsed.workflow);
    store.getState().say('The draft was changed elsewhere and is shown anew.');
  }, [detail.draft, saver, store]);
  return (
    <SessionContext value={session}>
      <div className="flex h-dvh flex-col">
        <WorkflowBar />
        <div className="min-h-0 flex-1">{props.children}</div>
      </div>
      <ConflictDialog />
      <SignInAgain />
    </SessionContext>
  );
}

function keepUnfinished(): WorkflowSession['unfinished'] {
  const byTask = new Map<string, UnfinishedTexts>();
  return (task) => {
    const found = byTask.get(task);
    if (found !== undefined) return found;
    const texts: UnfinishedTexts = new Map();
    byTask.set(task, texts);
    return texts;
  };
}

function Opening() {
  return (
    <div className="flex h-dvh flex-col" role="status" aria-label="The workflow is being opened">
      <div className="late h-12 border-b border-line bg-surface" />
      <div className="late flex-1 bg-canvas" />
    </div>
  );
}

function Message(props: { title: string; body: string; children?: ReactNode }) {
  return (
    <ListFrame>
      <EmptyState
        title={props.title}
        action={
          <>
            {props.children}
            <Link href="/workflows" className="link text-13">
              All workflows
            </Link>
          </>
        }
      >
        {props.body}
      </EmptyState>
    </ListFrame>
  );
}
