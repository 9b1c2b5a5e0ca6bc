import { readFileSync } from 'node:fs';

/** Resident memory of a process in MB (Linux: /proc); null where the system does not say. */
export function residentMb(pid: number | undefined): number | null {
  try {
    const match = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return match ? Number(match[1]) / 1024 : null;
  } catch {
    return null;
  }
}
