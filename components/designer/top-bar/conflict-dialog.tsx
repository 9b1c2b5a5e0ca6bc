import { parseWorkflow } from '#domain/definition/parse.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Time } from '#components/ui/time.tsx';
import { compareWorkflows } from '../versions/compare-workflows.ts';
import { ChangeList } from '../versions/change-list.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { useSaveState } from '../session/use-save-state.ts';
import { useSession } from '../session/workflow-session.ts';

/** Two editors saved the same draft: what differs, and which one shall stand. Nothing is lost before one is chosen. */
export function ConflictDialog() {
  const state = useSaveState();
  const { saver, store } = useSession();
  const mine = useDesigner((s) => s.workflow);
  const putOff = useDesigner((s) => s.conflictPutOff);
  const setPutOff = useDesigner((s) => s.putOffConflict);
  if (state.kind !== 'conflict' || putOff) return null;
  const parsed = parseWorkflow(state.theirs.definition);
  const theirs = parsed.ok ? parsed.workflow : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && setPutOff(true)}
      width={560}
      title="Somebody else saved this draft meanwhile"
      description={
        <>
          Theirs is from <Time at={state.theirs.savedAt} parts="day-time-seconds-zone" />. Yours is still here. One of the two
          becomes the draft; undo brings yours back after taking theirs.
        </>
      }
      footer={
        <>
          <Button
            onClick={() => {
              if (theirs === null) return;
              saver.resolve('theirs');
              const { revision, savedAt } = state.theirs;
              store.getState().replace(theirs, 'take their draft');
              saver.adopt(revision, savedAt);
            }}
          >
            Take theirs
          </Button>
          <Button look="primary" onClick={() => saver.resolve('mine')}>
            Save mine over it
          </Button>
        </>
      }
    >
      {theirs === null ? (
        <p className="text-ink-2">Their draft cannot be read.</p>
      ) : (
        <>
          <p className="mb-2 text-12 text-ink-3">From theirs to yours:</p>
          <ChangeList changes={compareWorkflows(theirs, mine)} empty="The two are the same but for the places of boxes." />
        </>
      )}
    </Dialog>
  );
}
