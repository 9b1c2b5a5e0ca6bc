/** A setting that cannot be used: `config.invalid`; a process that meets it ends with exit code 2. */
export class ConfigError extends Error {
  readonly code = 'config.invalid';
  readonly exitCode = 2;

  constructor(wrong: { env: string; wanted: string }[]) {
    super(
      `${wrong.map(({ env, wanted }) => `${env} must be ${wanted}.`).join(' ')} Correct it and start again; \`drawloom config\` lists every setting.`,
    );
    this.name = 'ConfigError';
  }
}
