import { Button } from '#components/ui/button.tsx';

/** Whether a setting of a task is its own or comes from the workflow, in words, and the way back. Nothing when the workflow says nothing. */
export function Inherited(props: {
  /** What the workflow says, in words; undefined: nothing. */
  from: string | undefined;
  isOwn: boolean;
  /** What it is a setting of: `Retry`. */
  name: string;
  onReset: () => void;
}) {
  if (props.from === undefined) return null;
  return (
    <p className="flex min-h-6 items-center gap-2 text-12 text-ink-3">
      <span className="min-w-0">
        {props.isOwn ? 'Its own. ' : ''}From the workflow: {props.from}
        {props.isOwn ? '' : '. Change it here for this task alone'}.
      </span>
      {props.isOwn ? (
        <Button
          size="sm"
          className="ml-auto"
          aria-label={`Reset ${props.name.toLowerCase()} to the workflow's`}
          onClick={props.onReset}
        >
          Reset
        </Button>
      ) : null}
    </p>
  );
}
