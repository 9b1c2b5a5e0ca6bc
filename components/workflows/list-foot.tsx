import { Kbd } from '#components/ui/kbd.tsx';

/** How much of the list is seen, and the keys for it. */
export function ListFoot({ shown, hidden }: { shown: number; hidden: number }) {
  return (
    <footer className="flex h-8 shrink-0 items-center gap-4 border-t border-line px-6 text-12 whitespace-nowrap text-ink-3 max-xl:px-4 max-sm:hidden">
      <span className="num flex-1">
        {shown} shown{hidden > 0 ? `, ${hidden} in closed folders` : ''}
      </span>
      <span>
        <Kbd>J K</Kbd> move
      </span>
      <span>
        <Kbd>Space</Kbd> switch on or off
      </span>
      <span>
        <Kbd>Enter</Kbd> open
      </span>
      <span>
        <Kbd>E</Kbd> export
      </span>
      <span>
        <Kbd>Z</Kbd> undo
      </span>
    </footer>
  );
}
