/** Name, time, a little room: columns that the bar and the rows of a time line share. `wide` has room for more buttons. */
export const timeColumns = (wide: boolean): string =>
  wide
    ? 'grid grid-cols-[232px_minmax(0,1fr)_24px] max-sm:grid-cols-[184px_minmax(0,1fr)_12px]'
    : 'grid grid-cols-[160px_minmax(0,1fr)_24px] max-sm:grid-cols-[144px_minmax(0,1fr)_12px]';
