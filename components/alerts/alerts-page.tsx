'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useTRPC } from '#components/data/trpc.ts';
import { ListPage } from '#components/shell/list-page.tsx';
import { usePerson } from '#components/shell/person.tsx';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { toast } from '#components/ui/toast.ts';
import { WorkflowFilter } from '#components/workflows/workflow-filter.tsx';
import { AlertDialog } from './alert-dialog.tsx';
import type { AlertItem } from './alert-item.ts';
import { AlertLine } from './alert-line.tsx';
import { useAlerts } from './use-alerts.ts';

const segments = [
  { value: 'all', label: 'All' },
  { value: 'failed', label: 'Not sent' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'sent', label: 'Sent' },
];
const statusesOf = (shown: string): AlertItem['status'][] =>
  shown === 'failed' || shown === 'waiting' || shown === 'sent' ? [shown] : [];

/** Alerts: what was told to whom, what waits, and what could not be sent and may be sent again. */
export function AlertsPage() {
  const trpc = useTRPC();
  const client = useQueryClient();
  const mayAct = usePerson().role !== 'viewer';
  const [shown, setShown] = useUrlParam('state');
  const [workflow, setWorkflow] = useUrlParam('workflow');
  const [opened, setOpened] = useUrlParam('alert');
  const query = useAlerts({ status: statusesOf(shown), workflowId: workflow });
  const send = useMutation(
    trpc.alerts.sendAgain.mutationOptions({
      onSettled: () => client.invalidateQueries({ queryKey: trpc.alerts.pathKey() }),
      onError: (error) => toast({ level: 'error', title: 'It was not sent again.', body: error.message }),
    }),
  );
  const rows = query.data?.pages.flatMap((page) => page.alerts) ?? [];
  const open = rows.find(({ id }) => id === opened);
  const filtered = shown !== '' || workflow !== '';
  return (
    <>
      <ListPage
        title="Alerts"
        things="alerts"
        query={query}
        count={rows.length}
        filters={
          <>
            <WorkflowFilter workflow={workflow} onChange={setWorkflow} />
            <Segments
              label="Show"
              value={shown || 'all'}
              onChange={(next) => setShown(next === 'all' ? '' : next)}
              options={segments}
            />
          </>
        }
        empty={
          rows.length > 0 ? null : filtered ? (
            <EmptyState
              title="No alert is like this."
              action={
                <Button
                  onClick={() => {
                    setWorkflow('');
                    setShown('');
                  }}
                >
                  Show all
                </Button>
              }
            />
          ) : (
            <EmptyState
              title="Nobody was told anything yet."
              action={
                <Link href="/workflows" className="link text-13">
                  Choose a workflow
                </Link>
              }
            >
              In the settings of a workflow, under Alerts, say what you want to hear of (a run fails, is late, the circuit opens)
              and through which mail server or webhook. What is sent is listed here, and what could not be.
            </EmptyState>
          )
        }
      >
        <ul aria-label="Alerts">
          {rows.map((row) => (
            <AlertLine
              key={row.id}
              alert={row}
              busy={send.isPending && send.variables.id === row.id}
              onOpen={() => setOpened(row.id)}
              onSend={mayAct ? () => send.mutate({ id: row.id }) : undefined}
            />
          ))}
        </ul>
      </ListPage>
      {open ? <AlertDialog alert={open} onClose={() => setOpened('')} /> : null}
    </>
  );
}
