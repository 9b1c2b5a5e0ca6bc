/** Columns of the list, wide and narrow; on a phone a row becomes three lines. */
export const workflowColumns =
  'grid grid-cols-[60px_minmax(190px,1.5fr)_minmax(150px,1.25fr)_130px_146px_112px_92px_84px_48px_44px] items-center max-xl:grid-cols-[48px_minmax(150px,1.4fr)_minmax(120px,1.3fr)_128px_152px_86px_84px_74px_40px] max-lg:grid-cols-[48px_minmax(140px,1fr)_130px_0px_86px_84px_74px_40px]';
