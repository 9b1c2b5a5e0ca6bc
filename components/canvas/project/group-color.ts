import type { TaskRunStatus } from '#domain/run/status.ts';

/** Colours a group may bear, by the hue of the palette they borrow. None is red or green: those say failed and done. */
export const groupColors = {
  blue: 'running',
  cyan: 'awaiting_input',
  violet: 'deferred',
  pink: 'skipped',
  amber: 'up_for_retry',
  sand: 'scheduled',
} as const satisfies Record<string, TaskRunStatus>;

/** Name of a colour as a file may have it; null when it is none we draw. */
export function groupHue(color: string | undefined): TaskRunStatus | null {
  return color !== undefined && Object.hasOwn(groupColors, color) ? groupColors[color as keyof typeof groupColors] : null;
}

/** The same as a colour of CSS. */
export function groupCss(color: string | undefined): string | null {
  const hue = groupHue(color);
  return hue === null ? null : `var(--st-${hue.replaceAll('_', '-')})`;
}
