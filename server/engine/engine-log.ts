/** What the engine says about itself, as records (pino's shape). */
export interface EngineLog {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** Says nothing. */
export const silentLog: EngineLog = { info: () => {}, warn: () => {}, error: () => {} };
