import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Peer } from './peer.ts';

const parent = path.resolve(import.meta.dirname, '../../../.drawloom/bench/peers');

/** A peer whose packages lie here. */
export interface InstalledPeer {
  peer: Peer;
  /** Where its packages are. */
  folder: string;
}

function isInstalled(folder: string, wanted: string): boolean {
  const at = wanted.lastIndexOf('@');
  try {
    const manifest = readFileSync(path.join(folder, 'node_modules', wanted.slice(0, at), 'package.json'), 'utf8');
    return (JSON.parse(manifest) as { version: string }).version === wanted.slice(at + 1);
  } catch {
    return false;
  }
}

async function install(folder: string, packages: string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
  // No scripts of theirs: none is needed to run them.
  const how = ['--save-exact', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await promisify(execFile)('npm', ['install', ...how, ...packages], { cwd: folder, timeout: 600_000 });
}

/**
 * Those of `peers` whose exact packages lie in `.drawloom/bench/peers/`; with `fetch`, what is missing is installed there
 * first. One that cannot be had is told with a sentence, and left out.
 */
export async function installedPeers(
  peers: readonly Peer[],
  { fetch, say }: { fetch: boolean; say: (line: string) => void },
): Promise<InstalledPeer[]> {
  const found: InstalledPeer[] = [];
  for (const peer of peers) {
    const folder = path.join(parent, peer.id);
    const here = () => peer.packages.every((wanted) => isInstalled(folder, wanted));
    if (!here() && fetch) {
      say(`${peer.label}: installing ${peer.packages.join(', ')} …`);
      await install(folder, peer.packages).catch((error: Error & { stderr?: string }) => {
        const why = (error.stderr ?? error.message).trim().split('\n')[0];
        say(`bench.peer.absent: ${peer.label} is left out, npm could not install it: ${why}`);
      });
    }
    if (here()) found.push({ peer, folder });
  }
  return found;
}
