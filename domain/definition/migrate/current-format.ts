/** The format this build reads and writes. */
export const currentFormat = 'drawloom/workflow@1';
