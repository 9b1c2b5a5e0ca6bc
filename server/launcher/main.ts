import path from 'node:path';
import { configOrExit } from '#server/boot/config-or-exit.ts';
import { DataDirectoryError } from '#server/boot/data-directory-error.ts';
import { engineStart } from './engine-start.ts';
import { awaitSiblings } from './await-siblings.ts';
import { Sibling } from './supervise.ts';
import { takeLaunch } from './take-launch.ts';

/*
 * `npm start`: starts and watches three siblings. A crash of one does not touch the others; TERM or Ctrl+C ends all
 * three, and attempts that run under their shims go on and are adopted by the next start.
 */
const here = import.meta.dirname;
const root = path.resolve(here, '..');
const say = (line: string) => process.stdout.write(`drawloom: ${line}\n`);
/** Exit codes of the engine that mean "do not try again": the data directory is taken, or the database cannot be used. */
const fatalExitCodes = [2, 75, 78];

/** They see it at once, and the engine gives what it is about some seconds; a busy machine more. */
const siblingsEndWithinMs = 30_000;

/** Preloaded into the pages: when the launcher dies without a word (kill -9), its port must not stay taken. */
const exitWithLauncher = `data:text/javascript,${encodeURIComponent("process.on('disconnect', () => process.exit(0))")}`;

const config = configOrExit();
const address = `http://${config.host}:${config.port}`;
try {
  const launch = takeLaunch(config.dataDir);
  process.on('exit', () => launch.release());
  await waitForPlace(launch.afterKill);
} catch (error) {
  if (!(error instanceof DataDirectoryError)) throw error;
  process.stderr.write(`${error.code}: ${error.message}\n`);
  process.exit(error.exitCode);
}

const env: NodeJS.ProcessEnv = { ...process.env, DRAWLOOM_DATA: config.dataDir, NEXT_TELEMETRY_DISABLED: '1' };
const dev = process.argv.includes('--dev');
let setupToken: string | undefined;
let announced = false;
let ending = false;

// A small heap of young objects: a fork costs by the size of the process that makes it.
const smallHeap = '--max-semi-space-size=1';
const spawner = sibling('spawner', [process.execPath, smallHeap, path.join(here, 'spawner.js')], () => engine.start());
const engine = sibling(
  'engine',
  [process.execPath, ...engineStart.args, path.join(here, 'engine.js')],
  (message) => {
    setupToken = message.setupToken;
    if (!announced) void announce();
  },
  engineStart.env,
);
const next = path.join(root, 'node_modules/next/dist/bin/next');
const web = sibling(
  'web',
  [
    process.execPath,
    '--import',
    exitWithLauncher,
    next,
    dev ? 'dev' : 'start',
    root,
    '-H',
    config.host,
    '-p',
    String(config.port),
  ],
  () => {},
  // The pages try connections by a program of ours, wherever Next puts their own bundles.
  { DRAWLOOM_PROGRAMS: here, ...(dev ? {} : { NODE_ENV: 'production' }) },
);

say(`data in ${config.dataDir}`);
say('starting spawner, engine and pages …');
spawner.start();
web.start();

process.on('SIGTERM', () => void end(0));
process.on('SIGINT', () => void end(0));

function sibling(
  name: 'spawner' | 'engine' | 'web',
  argv: [string, ...string[]],
  onReady: (message: { setupToken?: string }) => void,
  extra: Record<string, string> = {},
): Sibling {
  let seen = false;
  return new Sibling({
    name,
    argv,
    env: { ...env, ...extra },
    fatalExitCodes: name === 'engine' ? fatalExitCodes : [],
    // An engine that recovers waits for the spawner, which is small and costs next to nothing to start.
    ...(name === 'spawner' ? { longestDelayMs: 500 } : {}),
    // The engine starts when the spawner is first ready; a spawner that comes back later finds it running.
    onReady: (message) => {
      if (name === 'spawner' && seen) return;
      seen = true;
      onReady(message);
    },
    // The same code tells whoever watches over us that starting again cannot help.
    onFatal: (exitCode) => void end(exitCode),
    say,
  });
}

/** Ends this process when the port is taken; what a launcher that was killed left gets a while to end. */
async function waitForPlace(afterKill: boolean): Promise<void> {
  const { dataDir, host, port } = config;
  const held = await awaitSiblings({ dataDir, host, port }, afterKill ? siblingsEndWithinMs : 0, () => {
    if (afterKill) say('the launcher before this one was killed; waiting until its engine and pages have ended …');
  });
  // An engine that stays is told by our own, with its process id.
  if (held !== 'port') return;
  process.stderr.write(
    `port.busy: Port ${port} on ${host} is taken. End what listens there, or choose another with DRAWLOOM_PORT.\n`,
  );
  process.exit(1);
}

/** Prints the address once the pages answer. */
async function announce(): Promise<void> {
  announced = true;
  for (;;) {
    if (ending) return;
    const answer = await fetch(`${address}/api/health/live`, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (answer?.ok) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (setupToken) say(`make the owner account at ${address}/setup?token=${setupToken}`);
  say(`ready at ${address}`);
}

/** Ends the three, pages first, so that nobody sees an engine that is gone. */
async function end(exitCode: number): Promise<void> {
  if (ending) return;
  ending = true;
  say('stopping; tasks that run go on and are taken over by the next start');
  await web.stop(5_000);
  // The engine waits so long for work inside it, and then has to store and to close.
  await engine.stop(config.drainSec * 1000 + 10_000);
  await spawner.stop(2_000);
  process.exit(exitCode);
}
