import { readFileSync } from 'node:fs';

/** Resident memory of a process in MB (Linux: /proc); null where the system does not say. */
export const residentMb = (pid: number | undefined): number | null => inMb(`/proc/${pid}/status`, /^VmRSS:\s+(\d+) kB/m);

/** The same with what it shares divided among those who share it: only these may be added up. */
export const proportionalMb = (pid: number): number | null => inMb(`/proc/${pid}/smaps_rollup`, /^Pss:\s+(\d+) kB/m);

function inMb(file: string, line: RegExp): number | null {
  try {
    const match = line.exec(readFileSync(file, 'utf8'));
    return match ? Number(match[1]) / 1024 : null;
  } catch {
    return null;
  }
}
