/**
 * A cron line, parsed: what each field allows. Times of the day are whole seconds of a wall clock.
 * Bit n of a mask stands for the value n.
 */
export interface CronFields {
  seconds: boolean[];
  minutes: boolean[];
  hours: boolean[];
  /** Bits 1–31. */
  days: number;
  /** Days counted back from the end of the month: 0 is its last day (`L`), 3 is `L-3`. */
  lastDays: number[];
  /** Bits 1–12. */
  months: number;
  /** Bits 0–6, Sunday is 0. */
  weekdays: number;
  /** `5#2` is { weekday: 5, nth: 2 }; nth −1 is the last one of the month. */
  nthWeekdays: { weekday: number; nth: number }[];
  dayRestricted: boolean;
  weekdayRestricted: boolean;
  /** The hour field covers all 24 hours: the schedule goes by elapsed time over a change of the clock. */
  everyHour: boolean;
}
