import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';

/** One process of this machine. */
export interface ProcessRow {
  pid: number;
  parent: number;
  group: number;
  session: number;
  start: string;
}

const linux = process.platform === 'linux';

/** `/proc/<pid>/stat` cut up (Linux); null when there is no such process, or it is dead and only waits to be reaped. */
export function readStat(pid: number | string): ProcessRow | null {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return null;
  }
  // The name stands in brackets and may hold blanks and brackets itself: count from the last one.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  return {
    pid: Number(pid),
    parent: Number(fields[1]),
    group: Number(fields[2]),
    session: Number(fields[3]),
    start: fields[19] ?? '',
  };
}

function ps(args: string[]): string {
  try {
    return execFileSync('/bin/ps', args, {
      encoding: 'utf8',
      maxBuffer: 1 << 26,
      stdio: ['ignore', 'pipe', 'ignore'],
      // A start time is written for people: the same words in every language and zone, since it is compared later.
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    });
  } catch {
    return '';
  }
}

/** Columns of `ps -o pid=,ppid=,pgid=,stat=,lstart=`. macOS shows no session id, so the group stands for it. */
function readPs(args: string[]): ProcessRow[] {
  return ps(['-o', 'pid=,ppid=,pgid=,stat=,lstart=', ...args])
    .split('\n')
    .flatMap((line) => {
      const parts = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+)\s+(.+?)\s*$/.exec(line);
      if (!parts || parts[4]!.startsWith('Z')) return [];
      const group = Number(parts[3]);
      return [{ pid: Number(parts[1]), parent: Number(parts[2]), group, session: group, start: parts[5]! }];
    });
}

/** Every living process that can be seen. */
export function listProcesses(): ProcessRow[] {
  if (!linux) return readPs(['-A']);
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => readStat(pid) ?? []);
}

/** When a process started, as the system says it (Linux: ticks since boot; macOS: a date); null when it does not live. */
export function startOf(pid: number): string | null {
  return (linux ? readStat(pid) : readPs(['-p', String(pid)])[0])?.start ?? null;
}

/** The `DRAWLOOM_COOKIE` a process was started with; null when it has none, or belongs to somebody else. */
export function cookieOf(pid: number): string | null {
  if (!linux) return / DRAWLOOM_COOKIE=(\S+)/.exec(ps(['eww', '-o', 'command=', '-p', String(pid)]))?.[1] ?? null;
  try {
    const environment = readFileSync(`/proc/${pid}/environ`, 'latin1');
    return /(?:^|\0)DRAWLOOM_COOKIE=([^\0]*)/.exec(environment)?.[1] ?? null;
  } catch {
    return null;
  }
}

/** Cookies of all processes that have one: pid → cookie. */
export function listCookies(): Map<number, string> {
  const cookies = new Map<number, string>();
  if (linux) {
    for (const { pid } of listProcesses()) {
      const cookie = cookieOf(pid);
      if (cookie !== null) cookies.set(pid, cookie);
    }
    return cookies;
  }
  for (const line of ps(['eww', '-A', '-o', 'pid=,command=']).split('\n')) {
    const parts = /^\s*(\d+) .* DRAWLOOM_COOKIE=(\S+)/.exec(line);
    if (parts) cookies.set(Number(parts[1]), parts[2]!);
  }
  return cookies;
}

/** Names this boot of the machine: after another boot no recorded pid means anything. */
export function readBootId(): string {
  if (linux) return readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
  return /sec = (\d+)/.exec(execFileSync('/usr/sbin/sysctl', ['-n', 'kern.boottime'], { encoding: 'utf8' }))?.[1] ?? 'unknown';
}
