import type { LogLevel } from './log-level.ts';

/** A piece of a line in one colour; `className` names tokens of the theme. */
export interface LogPart {
  text: string;
  className: string;
}
export interface LogLine {
  /** Number from 0, kept when older lines are dropped. */
  id: number;
  at: number;
  stream: 'out' | 'err' | 'sys';
  level: LogLevel;
  /** Without colours: what the search looks at. */
  text: string;
  parts: LogPart[];
}
