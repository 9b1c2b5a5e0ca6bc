/** Columns of the list of circuit breakers; on a phone a row becomes lines. */
export const breakerColumns =
  'grid grid-cols-[minmax(160px,1fr)_150px_minmax(150px,1fr)_minmax(150px,1fr)_140px_64px] items-center max-lg:grid-cols-[minmax(140px,1fr)_130px_minmax(130px,1fr)_0px_140px_60px]';
