'use client';
import { useQuery } from '@tanstack/react-query';
import { ArchiveRestore, Plus, Search, Upload } from 'lucide-react';
import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTRPC } from '#components/data/trpc.ts';
import { ExamplesDialog } from '#components/first-run/examples-dialog.tsx';
import { Welcome } from '#components/first-run/welcome.tsx';
import { TourOffer } from '#components/tour/tour-offer.tsx';
import { useCommands, type Command } from '#components/shell/commands.ts';
import { PageHead } from '#components/shell/page-head.tsx';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { DeletedDialog } from './deleted-dialog.tsx';
import { DropArea } from './drop-area.tsx';
import { ListFoot } from './list-foot.tsx';
import { listRows } from './list-rows.ts';
import { ListToolbar } from './list-toolbar.tsx';
import { matchWorkflow } from './match-workflow.ts';
import { NewMenu } from './new-menu.tsx';
import { NewWorkflowDialog } from './new-workflow-dialog.tsx';
import { parseQuery } from './parse-query.ts';
import { inSegment, segments, type Segment } from './segment.ts';
import { useClosedFolders } from './use-closed-folders.ts';
import { useDensity } from './use-density.ts';
import { useListKeys } from './use-list-keys.ts';
import { useLiveWorkflows } from './use-live-workflows.ts';
import { useWorkflowActs } from './use-workflow-acts.ts';
import { WorkflowTable } from './workflow-table.tsx';
import type { WorkflowItem } from './workflow-item.ts';

const none: WorkflowItem[] = [];
const icon = { strokeWidth: 1.75 } as const;

/** All workflows: find, switch, open, make, import, export, delete. */
export function WorkflowsPage() {
  const list = useQuery(useTRPC().workflows.list.queryOptions());
  useLiveWorkflows();
  const acts = useWorkflowActs();
  const [search, setSearch] = useUrlParam('q');
  const [shown, setSegment] = useUrlParam('show');
  const segment: Segment = segments.find((s) => s === shown) ?? 'all';
  const [closed, toggleFolder] = useClosedFolders();
  const [dense, setDense] = useDensity();
  const [examplesOpen, setExamplesOpen] = useState(false);
  const [deletedOpen, setDeletedOpen] = useState(false);
  const [searchShown, setSearchShown] = useState(false);
  const searchBox = useRef<HTMLDivElement>(null);
  const file = useRef<HTMLInputElement>(null);

  const all = list.data ?? none;
  const asked = useDeferredValue(search);
  const rows = useMemo(() => {
    const query = parseQuery(asked);
    return listRows(
      all.filter((w) => inSegment(w, segment) && matchWorkflow(w, query)),
      closed,
      asked.trim() !== '',
    );
  }, [all, asked, segment, closed]);
  const count = rows.reduce((n, row) => n + (row.type === 'workflow' ? 1 : 0), 0);
  const inClosed = rows.reduce((n, row) => n + (row.type === 'folder' && !row.open ? row.workflows.length : 0), 0);

  const focusSearch = () => {
    setSearchShown(true);
    requestAnimationFrame(() => searchBox.current?.querySelector('input')?.focus());
  };
  const { cursor, onCursorUsed, onCursor, current } = useListKeys(rows, acts, focusSearch);
  const project = current?.project;
  const pickFile = () => file.current?.click();
  useCommands(
    'workflows',
    useMemo(
      (): Command[] => [
        {
          id: 'new',
          group: 'Actions',
          title: 'New workflow',
          icon: <Plus {...icon} />,
          keys: 'N',
          run: () => acts.askName(),
        },
        {
          id: 'import',
          group: 'Actions',
          title: 'Import a workflow file',
          icon: <Upload {...icon} />,
          run: () => file.current?.click(),
        },
        {
          id: 'examples',
          group: 'Actions',
          title: 'New workflow from an example…',
          words: 'gallery learn',
          icon: <Plus {...icon} />,
          run: () => setExamplesOpen(true),
        },
        {
          id: 'deleted',
          group: 'Actions',
          title: 'Restore a deleted workflow…',
          words: 'undo undelete trash bin',
          icon: <ArchiveRestore {...icon} />,
          run: () => setDeletedOpen(true),
        },
      ],
      [acts],
    ),
  );

  const naming = acts.naming && (
    <NewWorkflowDialog
      offered={acts.naming.offered}
      project={acts.naming.project}
      busy={acts.busy}
      onCreate={(name) => acts.create({ type: 'blank', name }, acts.naming?.project)}
      onClose={acts.naming.leave}
    />
  );
  const showDeleted = () => setDeletedOpen(true);
  const deleted = deletedOpen ? <DeletedDialog onClose={() => setDeletedOpen(false)} /> : null;
  const files = (
    <input
      ref={file}
      type="file"
      accept=".json,application/json"
      multiple
      aria-label="Workflow files to import"
      className="sr-only"
      tabIndex={-1}
      onChange={(event) => {
        acts.importFiles([...(event.target.files ?? [])], project);
        event.target.value = '';
      }}
    />
  );
  if (list.data?.length === 0)
    return (
      <DropArea onFiles={(dropped) => acts.importFiles(dropped)}>
        {files}
        {naming}
        {deleted}
        <Welcome acts={acts} pickFile={pickFile} showDeleted={showDeleted} />
      </DropArea>
    );
  return (
    <DropArea onFiles={(dropped) => acts.importFiles(dropped, project)}>
      {files}
      {naming}
      {deleted}
      <PageHead title="Workflows" count={list.data?.length}>
        <Button icon={<Upload {...icon} />} onClick={pickFile} className="max-sm:hidden">
          Import
        </Button>
        <span className="max-sm:hidden">
          <NewMenu
            acts={acts}
            project={project}
            pickFile={pickFile}
            showExamples={() => setExamplesOpen(true)}
            showDeleted={showDeleted}
          />
        </span>
        <span className="hidden max-sm:contents">
          <IconButton label="Search" icon={<Search {...icon} />} onClick={focusSearch} className="h-11 w-9" />
          <NewMenu
            acts={acts}
            project={project}
            pickFile={pickFile}
            showExamples={() => setExamplesOpen(true)}
            showDeleted={showDeleted}
            trigger={<IconButton label="New workflow" icon={<Plus {...icon} />} className="h-11 w-9" />}
          />
        </span>
      </PageHead>
      <TourOffer />
      <ListToolbar
        workflows={all}
        search={search}
        onSearch={setSearch}
        segment={segment}
        onSegment={(next) => setSegment(next === 'all' ? '' : next)}
        searchRef={searchBox}
        searchShown={searchShown || search !== ''}
        dense={dense}
        onDense={setDense}
      />
      {list.isPending ? (
        <Skeleton rows={12} className="flex-1" />
      ) : list.isError && !list.data ? (
        <EmptyState
          className="flex-1"
          title="The list could not be read."
          action={<Button onClick={() => void list.refetch()}>Try again</Button>}
        >
          {list.error.message}
        </EmptyState>
      ) : rows.length === 0 ? (
        <EmptyState
          className="flex-1"
          title={search ? `Nothing matches ${search}.` : 'No workflow is like that now.'}
          action={
            <Button
              onClick={() => {
                setSearch('');
                setSegment('');
              }}
            >
              Show all {all.length} workflows
            </Button>
          }
        />
      ) : (
        <WorkflowTable
          rows={rows}
          acts={acts}
          cursor={cursor}
          onCursorUsed={onCursorUsed}
          onCursor={onCursor}
          onToggleFolder={toggleFolder}
          dense={dense}
        />
      )}
      <p role="status" className="sr-only">
        {list.data ? `${count} of ${all.length} workflows shown` : ''}
      </p>
      <ExamplesDialog open={examplesOpen} onOpenChange={setExamplesOpen} acts={acts} project={project} />
      <ListFoot shown={count} hidden={inClosed} />
    </DropArea>
  );
}
