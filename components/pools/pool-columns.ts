/** Columns of the list of pools; on a phone a row becomes lines. */
export const poolColumns =
  'grid grid-cols-[minmax(160px,1fr)_190px_90px_minmax(160px,1.2fr)_minmax(140px,1fr)_88px] items-center max-lg:grid-cols-[minmax(140px,1fr)_170px_80px_minmax(140px,1fr)_0px_88px]';
