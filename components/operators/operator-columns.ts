/** Columns of both lists of operators; on a phone a row becomes lines. */
export const operatorColumns =
  'grid grid-cols-[minmax(180px,1.2fr)_150px_minmax(0,2fr)_150px] items-center max-lg:grid-cols-[minmax(160px,1fr)_130px_minmax(0,1.4fr)_0px] max-sm:grid-cols-[minmax(0,1fr)_auto]';
