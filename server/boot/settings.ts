import path from 'node:path';
import { z } from 'zod';

/** One setting: the variable that sets it, how its text is read, and a sentence for people. */
interface Setting<T> {
  env: string;
  /** What holds when the variable is not set, as text; null when it depends on other settings. */
  preset: string | null;
  /** Gets the text; answers the value, or a problem whose message says what is wanted. */
  schema: z.ZodType<T, string>;
  sentence: string;
}
const setting = <T>(env: string, preset: string | null, schema: z.ZodType<T, string>, sentence: string): Setting<T> => ({
  env,
  preset,
  schema,
  sentence,
});

const whole = (min: number, max: number) => {
  const wanted = `a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,15}$/, wanted)
    .transform(Number)
    .refine((value) => value >= min && value <= max, wanted);
};

/** A database we can open: a file of SQLite or a PostgreSQL server. Paths become absolute. */
const databaseUrl = z
  .string()
  .refine(
    (text) => /^file:.|^postgres(ql)?:\/\/./.test(text),
    'file:/path/to/database.db or postgresql://user:password@host/database',
  )
  .transform((text) => (text.startsWith('file:') ? `file:${path.resolve(text.slice('file:'.length))}` : text));

const origin = z
  .string()
  .refine((text) => {
    if (!URL.canParse(text)) return false;
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash;
  }, 'an address without a path, such as https://drawloom.example.com')
  .transform((text) => new URL(text).origin);

/** Every setting of the product. What is not here is no setting. */
export const settings = {
  host: setting(
    'DRAWLOOM_HOST',
    '127.0.0.1',
    z.string().regex(/^[A-Za-z0-9.:_-]{1,253}$/, 'a host name or an IP address'),
    'Address the pages listen on. Anything but the loopback address lets other machines in.',
  ),
  port: setting('DRAWLOOM_PORT', '3000', whole(1, 65_535), 'Port the pages listen on.'),
  origin: setting(
    'DRAWLOOM_ORIGIN',
    null,
    origin,
    'Address people type, when a proxy stands before the pages. Only requests from it may change anything.',
  ),
  dataDir: setting(
    'DRAWLOOM_DATA',
    './data',
    z
      .string()
      .min(1)
      .transform((text) => path.resolve(text)),
    'Folder of the database, files, artifacts and logs of running tasks. One engine at a time uses it.',
  ),
  databaseUrl: setting(
    'DATABASE_URL',
    null,
    databaseUrl,
    'Database: file:… for SQLite, postgresql://… for PostgreSQL. Missing: drawloom.db in the data folder.',
  ),
  durability: setting(
    'DRAWLOOM_DURABILITY',
    'full',
    z.enum(['full', 'fast'], 'full or fast').transform((word): 'D2' | 'D1' => (word === 'full' ? 'D2' : 'D1')),
    'full: what was acknowledged survives a power cut (D2). fast: it survives a killed process only (D1).',
  ),
  graceSec: setting('DRAWLOOM_GRACE_SEC', '10', whole(0, 3600), 'Seconds a task gets between the request to end and the kill.'),
  drainSec: setting(
    'DRAWLOOM_DRAIN_SEC',
    '5',
    whole(0, 3600),
    'Seconds a stop waits for work inside the engine (HTTP, SQL, mail …). What takes longer is ended and done again by the next start, at the cost of no attempt.',
  ),
  logCapBytes: setting(
    'DRAWLOOM_LOG_CAP_BYTES',
    String(10 * 1024 * 1024),
    whole(1024, 2 ** 40),
    'Bytes of log kept for one attempt; what is left out is counted and marked.',
  ),
  taskMemoryMb: setting(
    'DRAWLOOM_TASK_MEMORY_MB',
    null,
    whole(16, 2 ** 24),
    'MiB that each process of a task may use, unless the task says otherwise. Missing: no limit.',
  ),
  taskCpuSec: setting(
    'DRAWLOOM_TASK_CPU_SEC',
    null,
    whole(1, 31_536_000),
    'Seconds of processor time that each process of a task may use, unless the task says otherwise. Missing: no limit.',
  ),
  keepRunDays: setting(
    'DRAWLOOM_KEEP_RUN_DAYS',
    '0',
    whole(0, 36_500),
    'Finished runs older than this many days are removed with their logs and artifacts; 0 keeps them.',
  ),
  keepRuns: setting(
    'DRAWLOOM_KEEP_RUNS',
    '0',
    whole(0, 100_000_000),
    'Finished runs kept for each workflow, the newest; 0 keeps all.',
  ),
  keepOccurrenceDays: setting(
    'DRAWLOOM_KEEP_OCCURRENCE_DAYS',
    '90',
    whole(0, 36_500),
    'What became of a due instant of a trigger is kept for so many days (two at least) when it was skipped, or its run is removed; 0 keeps all.',
  ),
  python: setting(
    'DRAWLOOM_PYTHON',
    null,
    z.string().min(1),
    'Python that runs Python tasks. Missing: the first python3 on PATH.',
  ),
  httpAllow: setting(
    'DRAWLOOM_HTTP_ALLOW',
    '',
    z
      .string()
      .transform((text) =>
        text
          .split(',')
          .map((entry) => entry.trim())
          .filter((entry) => entry !== ''),
      )
      .refine(
        (entries) => entries.every((entry) => /^[A-Za-z0-9.:/_-]+$/.test(entry)),
        'addresses, networks and names, such as 127.0.0.1:8080, 10.0.0.0/8',
      ),
    'What HTTP tasks may reach although it is this machine, its link or a metadata service: 127.0.0.1:8080, 10.0.0.0/8, a name.',
  ),
  metricsToken: setting(
    'DRAWLOOM_METRICS_TOKEN',
    null,
    z.string().min(16, 'a text of 16 characters or more').max(500, 'a text of 16 to 500 characters'),
    'Bearer token with which Prometheus may read /api/metrics. Missing: only a signed-in admin may.',
  ),
  logLevel: setting(
    'DRAWLOOM_LOG_LEVEL',
    'info',
    z.enum(['silent', 'error', 'warn', 'info', 'debug'], 'silent, error, warn, info or debug'),
    'How much the processes say about themselves on standard output.',
  ),
} as const;
