/* `npm run check`: the nets. Prints a line a net, and what each one read; exits 1 when one is torn. `--json` for the gate. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { root } from './fingerprint.mjs';

const bin = (name, ...args) => [process.execPath, [`node_modules/${name}`, ...args]];
const folders = ['app', 'components', 'domain', 'operators', 'server', 'e2e', 'bench', 'scripts', 'proxy.ts', 'next.config.ts'];

/** Each net: what it is, how it runs, and how it proves that it read something. */
const nets = [
  { name: 'prettier', command: bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.') },
  { name: 'eslint', command: bin('eslint/bin/eslint.js', '--max-warnings', '0', '.') },
  { name: 'types', command: bin('typescript/bin/tsc', '-p', 'tsconfig.json') },
  { name: 'types of domain (pure)', command: bin('typescript/bin/tsc', '-p', 'domain/tsconfig.json') },
  { name: 'types of operators (pure)', command: bin('typescript/bin/tsc', '-p', 'operators/tsconfig.json') },
  {
    name: 'rooms',
    command: bin(
      'dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err',
      ...folders,
    ),
    proof(output) {
      const modules = Number(/\((\d+) modules/.exec(output)?.[1] ?? /(\d+) modules/.exec(output)?.[1] ?? 0);
      return { ok: modules > 0, line: `${modules} modules` };
    },
  },
  { name: 'knip', command: bin('knip/bin/knip.js', '--no-progress') },
];

/** Runs every net; gives a list of `{ name, ok, line, output }`. */
export function runNets(report = () => {}) {
  return nets.map(({ name, command: [program, args], proof }) => {
    const began = Date.now();
    const ended = spawnSync(program, args, {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    const output = `${ended.stdout ?? ''}${ended.stderr ?? ''}`;
    const proved = proof?.(output) ?? { ok: true, line: '' };
    const result = { name, ok: ended.status === 0 && proved.ok, line: proved.line, output, ms: Date.now() - began };
    report(result);
    return result;
  });
}

/** Prints one net's line, and everything it said when it is torn. */
export function printNet({ name, ok, line, output, ms }) {
  process.stdout.write(`${ok ? 'ok  ' : 'TORN'} ${name}${line ? `: ${line}` : ''} (${(ms / 1000).toFixed(1)} s)\n`);
  if (!ok) process.stdout.write(`${output}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const results = runNets(printNet);
  process.exit(results.every((result) => result.ok) ? 0 : 1);
}
