/*
 * Makes a clone ready: `node scripts/ensure.mjs start | test | cli`. Needs nothing but Node, does only what is missing
 * or stale, says each step in a line, and says what to do when something cannot be had.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fingerprint, isFresh, root, stamp } from './fingerprint.mjs';

const goal = process.argv[2] ?? 'start';
const say = (line) => process.stderr.write(`drawloom: ${line}\n`);
function fail(code, sentence) {
  say(`${code}: ${sentence}`);
  process.exit(1);
}
/** Runs a command; its output is shown only when it fails (a first install prints thousands of lines nobody reads). */
function run(what, command, args, options = {}) {
  const began = Date.now();
  say(`${what} …`);
  const ended = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...options,
    env: { ...process.env, ...options.env },
  });
  if (ended.status === 0) {
    say(`${what}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`);
    return true;
  }
  process.stderr.write(`${ended.stdout ?? ''}${ended.stderr ?? ''}${ended.error ?? ''}\n`);
  return false;
}
const has = (program, args = ['--version']) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

// 1. Node
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail('setup.node', `Node ${process.versions.node} is too old; install Node 20.19 or newer.`);

// 2. packages
const packages = fingerprint(['package-lock.json']);
if (!existsSync(path.join(root, 'node_modules')) || !isFresh('packages', packages)) {
  // Not `npm ci`: it refuses a lock file in which a registry's missing builds for other systems are missing as well. This
  // installs what the lock file says all the same, and `--no-save` leaves it as it is.
  if (
    !run('installing packages (the first time this may take some minutes)', 'npm', [
      'install',
      '--no-save',
      '--include=dev',
      '--no-audit',
      '--no-fund',
    ])
  ) {
    fail(
      'setup.packages',
      'The packages could not be installed. Check that the package registry answers; better-sqlite3 needs its prebuilt binary or a C++ compiler (Debian: apt-get install build-essential python3; macOS: xcode-select --install).',
    );
  }
  stamp('packages', packages);
}
if (
  spawnSync(process.execPath, ['-e', "new (require('better-sqlite3'))(':memory:')"], { cwd: root, stdio: 'ignore' }).status !== 0
) {
  if (!run('building better-sqlite3', 'npm', ['rebuild', 'better-sqlite3'])) {
    fail(
      'setup.compiler',
      'better-sqlite3 could not be loaded or built. Install a C++ compiler (Debian: apt-get install build-essential python3; macOS: xcode-select --install) and run the command again.',
    );
  }
}

// 3. database clients
const models = fingerprint(['prisma', 'prisma.config.ts', 'scripts/prisma-generate.mjs', 'package-lock.json']);
if (!existsSync(path.join(root, 'server/store/generated')) || !isFresh('prisma', models)) {
  if (!run('generating database clients', process.execPath, ['scripts/prisma-generate.mjs']))
    fail('setup.prisma', 'The database clients could not be generated; the lines above say why.');
  stamp('prisma', models);
}

// 4. processes and command line
const house = ['domain', 'operators', 'server', 'prisma', 'scripts/build.mjs', 'package-lock.json', 'tsconfig.json'];
const processes = fingerprint(house);
if (!existsSync(path.join(root, 'dist/cli.js')) || !isFresh('dist', processes)) {
  if (!run('building processes', process.execPath, ['scripts/build.mjs']))
    fail('setup.build', 'The processes could not be built; the lines above say why.');
  stamp('dist', processes);
}

// 5. pages
if (goal === 'start' || goal === 'test') {
  const pages = fingerprint([
    ...house,
    'app',
    'components',
    'public',
    'proxy.ts',
    'instrumentation.ts',
    'next.config.ts',
    'postcss.config.mjs',
  ]);
  if (!existsSync(path.join(root, '.next/BUILD_ID')) || !isFresh('pages', pages)) {
    const env = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };
    if (!run('building pages', process.execPath, ['node_modules/next/dist/bin/next', 'build'], { env }))
      fail('setup.pages', 'The pages could not be built; the lines above say why.');
    stamp('pages', pages);
  }
}

// 6. what only tests need: a browser, a PostgreSQL, Python
const debian = process.platform === 'linux' && existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
let listed = false;
function apt(what, names) {
  if (!debian) return false;
  if (!listed) listed = run('reading the package lists', 'apt-get', ['update']);
  return run(`installing ${what}`, 'apt-get', ['install', '-y', '--no-install-recommends', ...names], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
  });
}
if (goal === 'test') {
  const { findBrowser } = await import('./find-browser.mjs');
  if (!findBrowser() && !apt('Chromium', ['chromium', 'fonts-liberation'])) {
    if (!run('installing Chromium', process.execPath, ['node_modules/@playwright/test/cli.js', 'install', 'chromium'])) {
      fail(
        'setup.browser',
        'No Chromium was found and none could be installed. Install Chromium or Chrome, or set CHROMIUM to its path (Debian: apt-get install chromium; macOS: brew install --cask chromium).',
      );
    }
  }
  const { findPostgres } = await import('./find-postgres.mjs');
  if (!process.env.DATABASE_URL_TEST && !findPostgres() && !apt('PostgreSQL', ['postgresql'])) {
    fail(
      'setup.postgres',
      'No PostgreSQL was found and none could be installed. Install it (Debian: apt-get install postgresql; macOS: brew install postgresql@17), or set DATABASE_URL_TEST to an empty database.',
    );
  }
  if (!has('python3') && !apt('Python', ['python3'])) fail('setup.python', 'No python3 was found. Install Python 3.9 or newer.');
}
say('ready');
