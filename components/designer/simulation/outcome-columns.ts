/** Columns of the table of outcomes: task, outcome, duration, chance, copies, what became of it. */
export const outcomeColumns =
  'grid min-w-[640px] grid-cols-[minmax(120px,1fr)_minmax(180px,1.2fr)_84px_76px_64px_minmax(96px,0.8fr)] items-center gap-x-2 max-sm:min-w-[560px]';
