import { Kbd } from '#components/ui/kbd.tsx';
import { Button } from '#components/ui/button.tsx';

/** What an empty canvas says: how to begin, by mouse and by key. */
export function EmptyCanvas({ onAdd }: { onAdd: () => void }) {
  return (
    <div className="pointer-events-none absolute inset-0 z-[5] grid place-items-center">
      <div className="flex max-w-sm flex-col items-center gap-1 text-center">
        <p className="text-14 font-strong">Nothing is drawn yet.</p>
        <p className="text-ink-2">
          Drag an operator from the palette to here, or press <Kbd>A</Kbd> to choose one. Drag from the port of a task to connect
          it.
        </p>
        <Button className="pointer-events-auto mt-3" onClick={onAdd}>
          Add a task
        </Button>
      </div>
    </div>
  );
}
