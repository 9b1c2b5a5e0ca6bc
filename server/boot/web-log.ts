import pino, { type Logger } from 'pino';
import { loadConfig } from './config.ts';

// Next evaluates a module once per bundle; there is one log per process.
const house = globalThis as { drawloomWebLog?: Logger };

/** What the pages' process says of itself: a line of JSON each, as the engine's, with `event` and the ids it is about. */
export function webLog(): Pick<Logger, 'info' | 'warn' | 'error' | 'debug'> {
  return (house.drawloomWebLog ??= pino({ name: 'web', level: levelOrPreset() }));
}

/** A config that cannot be read is what there is to say. */
function levelOrPreset(): string {
  try {
    return loadConfig().logLevel;
  } catch {
    return 'info';
  }
}
