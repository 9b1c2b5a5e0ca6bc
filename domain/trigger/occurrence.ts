/**
 * What a change of the clock did to an occurrence:
 * `shifted` its wall time does not exist, it falls due later · `skipped` it does not fall due (previews only) · `doubled` the wall time
 * comes twice and both fall due · `first`, `second` it comes twice and falls due at that one only.
 */
export type OccurrenceMark = 'shifted' | 'skipped' | 'doubled' | 'first' | 'second';

/** One due instant of a trigger. Instants in ms since the epoch. */
export interface Occurrence {
  /** When it falls due, the spread of starts (`jitterSec`) included. */
  at: number;
  /** The instant the schedule names, or with `interval` the start of the data interval. Unique per trigger: with it an occurrence is recorded. */
  logicalTime: number;
  dataIntervalStart: number;
  dataIntervalEnd: number;
  mark?: OccurrenceMark;
  /** Only with a mark: the wall time the schedule names, `2027-03-28 02:30`. */
  wall?: string;
  /** Only of a shifted one: how much later the clock shows than the schedule names, in ms. */
  shiftMs?: number;
}
