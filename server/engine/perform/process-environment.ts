import type { DataFolders } from './attempt-directory.ts';
import type { AttemptJob } from './performer.ts';
import { isoOf } from './run-values.ts';

/**
 * What a child gets of our own environment (trust.md R11): nothing that changes which code runs in it (NODE_OPTIONS,
 * LD_*, BASH_ENV, PYTHON*), and none of our own settings, which may hold the address of the database.
 */
const allowed =
  /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_[A-Z]+|TZ|TMPDIR|TERM|HTTPS?_PROXY|NO_PROXY|https?_proxy|no_proxy|SSL_CERT_(FILE|DIR)|REQUESTS_CA_BUNDLE|PIP_(INDEX_URL|EXTRA_INDEX_URL|TRUSTED_HOST|CERT|CONFIG_FILE|CACHE_DIR|FIND_LINKS|NO_INDEX))$/;

/** The allow-listed part of an environment. */
export function allowedEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const kept = Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined && allowed.test(entry[0]));
  return { PATH: '/usr/local/bin:/usr/bin:/bin', ...Object.fromEntries(kept) };
}

/** The whole environment of an attempt's program, apart from its cookie, which the spawner adds. */
export function processEnvironment(
  base: Record<string, string>,
  job: AttemptJob,
  directory: string,
  folders: DataFolders,
  extra: Record<string, string> = {},
): Record<string, string> {
  return {
    ...base,
    ...extra,
    DRAWLOOM_INPUT: `${directory}/input.json`,
    DRAWLOOM_OUTPUT: `${directory}/output.json`,
    DRAWLOOM_ARTIFACTS: `${directory}/artifacts`,
    DRAWLOOM_FILES: folders.files,
    DRAWLOOM_RUN_ID: job.run.id,
    DRAWLOOM_TASK_ID: job.task.id,
    DRAWLOOM_ATTEMPT: String(job.attempt),
    DRAWLOOM_LOGICAL_TIME: isoOf(job.run.logicalTime),
    ...(job.mapIndex >= 0 ? { DRAWLOOM_MAP_INDEX: String(job.mapIndex) } : {}),
  };
}
