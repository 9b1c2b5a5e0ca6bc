/** How loud a line is; `none` when it does not say. */
export type LogLevel = 'error' | 'warning' | 'info' | 'debug' | 'none';

const words: [LogLevel, RegExp][] = [
  ['error', /\b(ERROR|FATAL|CRITICAL|PANIC)\b|^Traceback \(most recent|^\w*(Error|Exception)\b:/],
  ['warning', /\bWARN(ING)?\b/],
  ['info', /\b(INFO|NOTICE)\b/],
  ['debug', /\b(DEBUG|TRACE)\b/],
];

/** Reads the level from the beginning of a line, as most loggers write it (in capitals). */
export function logLevel(text: string): LogLevel {
  const begin = text.slice(0, 120);
  return words.find(([, pattern]) => pattern.test(begin))?.[0] ?? 'none';
}

/** Whether a line is shown under a choice: warnings include errors. */
export const shownAt = (choice: 'all' | 'warning' | 'error', level: LogLevel): boolean =>
  choice === 'all' || level === 'error' || (choice === 'warning' && level === 'warning');
