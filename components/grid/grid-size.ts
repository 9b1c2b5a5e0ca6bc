/** Measures of the grid in px (visual.md, Tables and grids). */
export const gridSize = {
  column: 20,
  row: 29,
  /** Names of tasks. */
  names: 212,
  namesPhone: 128,
  /** Days, bars and the line under them. */
  head: 104,
  /** Tallest bar. */
  bar: 60,
  /** Room at the right of the newest run. */
  end: 24,
} as const;
