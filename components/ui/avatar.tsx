import { cx } from './cx.ts';

/** First letters of the first and last word: `Mara Lind` → `ML`. */
const initials = (name: string): string => {
  const words = name.trim().split(/[\s@.]+/);
  return ((words[0]?.[0] ?? '?') + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
};

/** A person as initials in a disc. `hidden` when the name stands beside it. */
export function Avatar({ name, hidden, className }: { name: string; hidden?: boolean; className?: string }) {
  return (
    <span
      {...(hidden ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name })}
      className={cx(
        'inline-grid size-6 shrink-0 place-items-center rounded-full border border-line-2 bg-sunken text-[10px] font-strong tracking-[.02em] text-ink-2',
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}
