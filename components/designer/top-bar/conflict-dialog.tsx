import { useMemo, useState } from 'react';
import { mergeWorkflows } from '#domain/definition/merge/merge-workflows.ts';
import { parseWorkflow } from '#domain/definition/parse.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Time } from '#components/ui/time.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { useSaveState } from '../session/use-save-state.ts';
import { useSession } from '../session/workflow-session.ts';
import { ConflictTable } from './conflict-table.tsx';

/** Two editors saved the same draft: what each has changed since both began, and which shall stand. Nothing is lost before that is chosen. */
export function ConflictDialog() {
  const state = useSaveState();
  const putOff = useDesigner((s) => s.conflictPutOff);
  if (state.kind !== 'conflict' || putOff) return null;
  return <Question key={state.theirs.revision} theirs={state.theirs} />;
}

const changes = (n: number): string => `${n} ${n === 1 ? 'change' : 'changes'}`;

function Question(props: { theirs: { revision: number; definition: WorkflowFile; savedAt: number } }) {
  const { saver, store } = useSession();
  const mine = useDesigner((s) => s.workflow);
  const setPutOff = useDesigner((s) => s.putOffConflict);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { savedAt, revision, definition } = props.theirs;
  const theirs = useMemo(() => {
    const parsed = parseWorkflow(definition);
    return parsed.ok ? parsed.workflow : null;
  }, [definition]);
  const merge = useMemo(() => (theirs === null ? null : mergeWorkflows(saver.base(), mine, theirs)), [saver, mine, theirs]);
  const together = (): void => {
    if (merge === null) return;
    store.getState().replace(merge.merged(chosen), 'join with their draft');
    saver.resolve('mine');
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && setPutOff(true)}
      width={720}
      title="Somebody else saved this draft meanwhile"
      description={
        <>
          Theirs is from <Time at={savedAt} parts="day-time-seconds-zone" />. Yours is still here, and undo brings it back
          whatever you choose.
        </>
      }
      footer={
        <>
          <Button
            onClick={() => {
              if (theirs === null) return;
              saver.resolve('theirs');
              store.getState().replace(theirs, 'take their draft');
              saver.adopt(revision, savedAt, theirs);
            }}
          >
            Take theirs
          </Button>
          <Button look={merge === null ? 'primary' : 'plain'} onClick={() => saver.resolve('mine')}>
            Save mine over it
          </Button>
          {merge === null ? null : (
            <Button look="primary" onClick={together}>
              Save both together
            </Button>
          )}
        </>
      }
    >
      {merge === null || theirs === null ? (
        <p className="text-ink-2">Their draft cannot be read.</p>
      ) : (
        <>
          <p className="mb-3 text-12 text-ink-2">
            {merge.onlyMine + merge.onlyTheirs === 0
              ? ''
              : `Together: ${changes(merge.onlyMine)} of yours and ${changes(merge.onlyTheirs)} of theirs that do not touch. `}
            {merge.conflicts.length === 0
              ? 'Nothing was changed by both.'
              : `${changes(merge.conflicts.length)} ${merge.conflicts.length === 1 ? 'was' : 'were'} made by both; choose which stands.`}
          </p>
          <ConflictTable
            conflicts={merge.conflicts}
            mine={mine}
            theirs={theirs}
            chosen={chosen}
            onChoose={(key, side) => {
              const next = new Set(chosen);
              if (side === 'theirs') next.add(key);
              else next.delete(key);
              setChosen(next);
            }}
          />
        </>
      )}
    </Dialog>
  );
}
