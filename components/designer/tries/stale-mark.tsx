import { ClockAlert } from 'lucide-react';

/** Marks a value that is older than the config of the task it is from. */
export function StaleMark() {
  return (
    <span
      className="inline-flex items-center gap-1 text-12 whitespace-nowrap text-ink-3"
      title="Its task was changed after this. Try or run it again to see what it gives now."
    >
      <ClockAlert className="size-3" strokeWidth={1.75} aria-hidden />
      before your last change
    </span>
  );
}
