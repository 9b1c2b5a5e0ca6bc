import { loadConfig, type Config } from './config.ts';
import { ConfigError } from './config-error.ts';

/** `loadConfig` for the top of a process: a wrong setting is one coded line on stderr and exit code 2. */
export function configOrExit(env?: Record<string, string | undefined>): Config {
  try {
    return loadConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.code}: ${error.message}\n`);
    process.exit(error.exitCode);
  }
}
