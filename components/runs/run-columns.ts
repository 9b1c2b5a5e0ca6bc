/** Columns of the list of runs; on a phone a row becomes two lines. */
export const runColumns =
  'grid grid-cols-[44px_128px_minmax(180px,1.4fr)_minmax(150px,1fr)_200px_118px_130px_minmax(120px,1fr)] items-center max-xl:grid-cols-[40px_118px_minmax(150px,1.4fr)_minmax(120px,1fr)_190px_104px_144px_0px] max-lg:grid-cols-[40px_118px_minmax(140px,1fr)_0px_190px_104px_0px_0px]';
