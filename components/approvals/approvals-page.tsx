'use client';
import { ListPage } from '#components/shell/list-page.tsx';
import { useUrlParam } from '#components/shell/use-url-param.ts';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { WorkflowFilter } from '#components/workflows/workflow-filter.tsx';
import { ApprovalDialog } from './approval-dialog.tsx';
import type { ApprovalItem } from './approval-item.ts';
import { ApprovalLine } from './approval-line.tsx';
import { useApprovals } from './use-approvals.ts';

type Shown = 'waiting' | 'answered' | 'all';
const statuses: Record<Shown, ApprovalItem['status'][]> = {
  waiting: ['waiting'],
  answered: ['approved', 'rejected', 'expired', 'withdrawn'],
  all: [],
};
const asShown = (text: string): Shown => (text === 'answered' || text === 'all' ? text : 'waiting');

/** What people are asked: those that wait, and those that were answered; the filter and the one that is open stand in the address. */
export function ApprovalsPage() {
  const [param, setParam] = useUrlParam('show');
  const [workflow, setWorkflow] = useUrlParam('workflow');
  const [opened, setOpened] = useUrlParam('approval');
  const shown = asShown(param);
  const query = useApprovals({ status: statuses[shown], workflowId: workflow });
  const rows = query.data?.pages.flatMap((page) => page.approvals) ?? [];
  const open = rows.find(({ attemptId }) => attemptId === opened);
  return (
    <>
      <ListPage
        title="Approvals"
        things="approvals"
        query={query}
        count={rows.length}
        filters={
          <>
            <WorkflowFilter workflow={workflow} onChange={setWorkflow} />
            <Segments
              label="Show"
              value={shown}
              onChange={(next) => setParam(next === 'waiting' ? '' : next)}
              options={[
                { value: 'waiting', label: 'Waiting' },
                { value: 'answered', label: 'Answered' },
                { value: 'all', label: 'All' },
              ]}
            />
          </>
        }
        empty={
          rows.length > 0 ? null : (
            <EmptyState
              title={shown === 'answered' ? 'Nothing was answered yet.' : 'Nobody is asked anything now.'}
              action={
                workflow || shown !== 'waiting' ? (
                  <Button
                    onClick={() => {
                      setWorkflow('');
                      setParam('');
                    }}
                  >
                    Show all that wait
                  </Button>
                ) : undefined
              }
            >
              A workflow asks with the operator Approval: put one where a person has to look before it goes on. What is asked is
              listed here until somebody answers.
            </EmptyState>
          )
        }
      >
        <ul aria-label="Approvals">
          {rows.map((row) => (
            <ApprovalLine key={row.attemptId} approval={row} onOpen={() => setOpened(row.attemptId)} />
          ))}
        </ul>
      </ListPage>
      {open ? <ApprovalDialog key={open.attemptId} approval={open} onClose={() => setOpened('')} /> : null}
    </>
  );
}
