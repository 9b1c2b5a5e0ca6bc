import type { GlyphStatus } from '#components/ui/status-word.ts';

/** Tokens as a 2-D canvas needs them: values, not variables. */
export interface FarPalette {
  canvas: string;
  surface: string;
  edge: string;
  taken: string;
  line: string;
  control: string;
  accent: string;
  failed: string;
  warning: string;
  onStatus: string;
  sunken: string;
  text: string;
  text2: string;
  text3: string;
  /** Of names on a painted box: 10.5 px. */
  font: string;
  sans: string;
  mono: string;
  status: (status: GlyphStatus) => { soft: string; line: string };
}

/** Reads the tokens of the present theme from an element. */
export function readPalette(element: Element): FarPalette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const cache = new Map<string, { soft: string; line: string }>();
  return {
    canvas: token('canvas'),
    surface: token('surface'),
    edge: token('edge'),
    taken: token('text-2'),
    line: token('border-2'),
    control: token('control'),
    accent: token('accent'),
    failed: token('st-failed'),
    warning: token('st-up-for-retry'),
    onStatus: token('on-status'),
    sunken: token('sunken'),
    text: token('text'),
    text2: token('text-2'),
    text3: token('text-3'),
    font: `560 10.5px ${token('font-sans')}`,
    sans: token('font-sans'),
    mono: token('font-mono'),
    status(status) {
      const known = cache.get(status);
      if (known !== undefined) return known;
      const name = `st-${alias[status] ?? status.replaceAll('_', '-')}`;
      const value = { soft: token(`${name}-soft`), line: token(name) };
      cache.set(status, value);
      return value;
    },
  };
}
const alias: Partial<Record<GlyphStatus, string>> = {
  none: 'queued',
  removed: 'queued',
  restarting: 'running',
  up_for_reschedule: 'deferred',
  paused: 'cancelled',
};
