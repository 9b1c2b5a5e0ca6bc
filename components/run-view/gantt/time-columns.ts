/** Name, time, a little room: columns that the bar and the rows of a time line share. `wide` has room for more buttons. */
export const timeColumns = (wide: boolean): string =>
  `grid ${wide ? 'grid-cols-[232px_minmax(0,1fr)_24px]' : 'grid-cols-[160px_minmax(0,1fr)_24px]'} max-sm:grid-cols-[128px_minmax(0,1fr)_12px]`;
