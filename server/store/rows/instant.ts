/** An instant column: ms since the epoch, which fit a number until the year 287396. */
export const instant = (value: bigint | number | null): number | null => (value === null ? null : Number(value));
