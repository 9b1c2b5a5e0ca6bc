/** Columns of the list of connections; on a phone a row becomes two lines. */
export const connectionColumns =
  'grid grid-cols-[minmax(150px,1fr)_120px_minmax(160px,1.3fr)_minmax(140px,1fr)_minmax(190px,1.5fr)_96px] items-center max-lg:grid-cols-[minmax(140px,1fr)_110px_minmax(140px,1fr)_0px_minmax(150px,1fr)_92px]';
