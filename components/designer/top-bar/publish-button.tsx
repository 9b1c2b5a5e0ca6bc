import { useMemo, useState } from 'react';
import { parseWorkflow } from '#domain/definition/parse.ts';
import { useCommands, type Command } from '#components/shell/commands.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { toast } from '#components/ui/toast.ts';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { useGoToProblem } from '../problems/use-go-to-problem.ts';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';
import { ChangeList } from '../versions/change-list.tsx';
import { compareWorkflows } from '../versions/compare-workflows.ts';

/** Makes an immutable version of the draft, with a message. Errors stop it, and it says which. */
export function PublishButton() {
  const { detail } = useSession();
  const [open, setOpen] = useState(false);
  const next = (detail.workflow.version ?? 0) + 1;
  useCommands(
    'publish',
    useMemo(
      (): Command[] => [{ id: 'publish', group: 'Workflow', title: `Publish version ${next}…`, run: () => setOpen(true) }],
      [next],
    ),
  );
  return (
    <>
      <Button look="primary" onClick={() => setOpen(true)}>
        Publish {next}
      </Button>
      {open ? <PublishDialog version={next} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function PublishDialog({ version, onClose }: { version: number; onClose: () => void }) {
  const { acts, detail } = useSession();
  const goTo = useGoToProblem();
  const workflow = useDesigner((s) => s.workflow);
  const problems = useDesigner((s) => s.problems);
  const errors = problems.filter((problem) => problem.level === 'error');
  const nameOf = (id: string | undefined): string => {
    const task = workflow.tasks.find((one) => one.id === id);
    return task === undefined ? '' : `${task.name ?? task.id}: `;
  };
  const [message, setMessage] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const parsed = detail.published === null ? null : parseWorkflow(detail.published.definition);
  const changes = parsed?.ok === true ? compareWorkflows(parsed.workflow, workflow) : null;
  const publish = (): void => {
    setBusy(true);
    setRefusal(null);
    acts
      .publish(message.trim())
      .then((made) => {
        onClose();
        toast({
          title: `Version ${made} published.`,
          body: detail.workflow.enabled ? 'New runs use it.' : 'Switch the workflow on to let its triggers start runs.',
        });
      })
      .catch((error: Error) => setRefusal(error.message))
      .finally(() => setBusy(false));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Publish version ${version}`}
      description="A version never changes. Runs under way keep theirs."
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            Not yet
          </Button>
          {errors.length === 0 ? (
            <Button look="primary" busy={busy} onClick={publish}>
              Publish
            </Button>
          ) : null}
        </>
      }
    >
      {errors.length > 0 ? (
        <div className="mb-3 rounded-control border border-st-failed bg-st-failed-soft p-3 text-12">
          <p className="mb-1 font-strong text-st-failed-text">
            {errors.length} {errors.length === 1 ? 'error stops' : 'errors stop'} publishing:
          </p>
          <ul>
            {errors.slice(0, 5).map((problem, i) => (
              <li key={i} className="flex gap-1.5 py-0.5">
                <ProblemGlyph level="error" size={12} hidden className="mt-0.5" />
                <button
                  type="button"
                  className="text-left underline decoration-line-2 underline-offset-2 hover:decoration-current"
                  onClick={() => {
                    onClose();
                    goTo(problem);
                  }}
                >
                  {nameOf(problem.task)}
                  {problem.message}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <Field label="Message" note="what changed, for those who come later" error={refusal}>
        <Textarea
          rows={2}
          value={message}
          maxLength={2000}
          onChange={(event) => setMessage(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && errors.length === 0) publish();
          }}
        />
      </Field>
      <div className="mt-4">
        <p className="mb-1 text-12 font-strong">
          {detail.published === null ? 'The first version' : `Changes since version ${detail.published.version}`}
        </p>
        {changes === null ? (
          <p className="text-12 text-ink-2">
            {workflow.tasks.length} {workflow.tasks.length === 1 ? 'task' : 'tasks'}, {workflow.triggers.length}{' '}
            {workflow.triggers.length === 1 ? 'trigger' : 'triggers'}.
          </p>
        ) : (
          <ChangeList changes={changes} empty="Nothing but places of boxes, or nothing at all." />
        )}
      </div>
    </Dialog>
  );
}
