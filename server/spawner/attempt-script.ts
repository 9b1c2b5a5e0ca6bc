import { quoteWord } from './quote-word.ts';
import type { StartOrder } from './protocol.ts';

/** Longer orders start cold: whether the system takes their arguments is told apart there. */
const mostBytes = 64 * 1024;
/** Names a shell lets nobody assign. */
const fixed = /^(BASHOPTS|BASH_VERSINFO|EUID|PPID|SHELLOPTS|UID)$/;
const assignable = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * What a shim of the pool (shim-pool.ts) reads from its input to be the shim of one attempt: does what shim.ts does, with
 * everything in its text, and says a line when the end is written. `shimRef` goes into `pid`; `uptime` is that of the start,
 * in seconds. In braces, so that a text that was cut runs nothing. The environment is assigned for the program alone: IFS
 * and the like must not reach the shim. Null when the order has to start cold.
 */
export function attemptScript(order: StartOrder, shimRef: string, startedAt: number, uptime: string): string | null {
  const { argv, directory, limits = {} } = order;
  const env = Object.entries({ ...order.env, DRAWLOOM_COOKIE: order.cookie });
  if (!argv[0].startsWith('/') || env.some(([name]) => !assignable.test(name) || fixed.test(name))) return null;
  const assigned = env.map(([name, value]) => `${name}=${quoteWord(value)}`);
  const words = argv.map(quoteWord);
  const { memoryMb, cpuSec } = limits;
  const bounded = [
    ...(memoryMb === undefined ? [] : [`ulimit -v ${memoryMb * 1024} 2>/dev/null || :`]),
    ...(cpuSec === undefined ? [] : [`{ ulimit -S -t ${cpuSec} && ulimit -H -t ${cpuSec + 5}; } 2>/dev/null || :`]),
  ];
  const run =
    bounded.length === 0
      ? [...assigned, ...words].join(' ')
      : `(\n${[...bounded, [...assigned, 'exec', ...words].join(' ')].join('\n')}\n)`;
  const script = `{
trap : HUP INT QUIT TERM
unset DRAWLOOM_WARM
cd ${quoteWord(directory)} || exit 121
set -C
echo ${quoteWord(shimRef)} >pid || exit 122
set +C
${run} </dev/null >stdout 2>stderr
code=$?
read -r down _ </proc/uptime
echo "$code ${startedAt} ${uptime} $down" >exit || exit 124
cd /
echo
}
`;
  return script.includes('\0') || Buffer.byteLength(script) > mostBytes ? null : script;
}
