import { mkdirSync, watch, type FSWatcher } from 'node:fs';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { catalog as builtIn } from '#operators/catalog.ts';
import type { OwnOperator } from './own-operator.ts';
import { operatorsFolder, readOperators } from './read-operators.ts';

/** An editor writes a file in several steps; they are looked at together. */
const settleMs = 100;
/** How often it looks where the system cannot tell of changes. */
const pollMs = 2_000;

/**
 * Every operator there is now: the built-in ones and those in `operators/` of the data directory. Watches that folder; what
 * it gives is exchanged whole, so nobody sees half a change, and is a new array whenever something differs.
 */
export class OperatorCatalog {
  private all: readonly Manifest[] = builtIn;
  private found: readonly OwnOperator[] = [];
  private readonly byName = new Map<string, OwnOperator>();
  private seen = '';
  private readonly watchers = new Map<string, FSWatcher>();
  private settle: NodeJS.Timeout | null = null;
  private poll: NodeJS.Timeout | null = null;
  private watching = false;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly dataDir: string) {
    this.refresh();
  }

  /** Manifests of all that can be used, built-in ones first. */
  get manifests(): readonly Manifest[] {
    return this.all;
  }

  /** People's own operators, broken ones too. */
  get own(): readonly OwnOperator[] {
    return this.found;
  }

  /** Changes with the catalogue: two equal ones mean the same operators. */
  get revision(): string {
    return this.seen;
  }

  /** A person's own operator by `type@version`, ready or broken; null when there is none of this name. */
  find(name: string): OwnOperator | null {
    return this.byName.get(name) ?? null;
  }

  /** Calls `listener` after each change until the function it gives is called. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** Looks now; true when something differs. */
  refresh(): boolean {
    const found = readOperators(this.dataDir);
    const seen = JSON.stringify(found);
    if (this.watching) this.watchFolders(found);
    if (seen === this.seen) return false;
    this.seen = seen;
    this.found = found;
    this.byName.clear();
    for (const one of found) if (one.name !== null && (one.ready || !this.byName.has(one.name))) this.byName.set(one.name, one);
    this.all = [...builtIn, ...found.flatMap(({ ready }) => (ready ? [ready.manifest] : []))];
    for (const listener of [...this.listeners]) listener();
    return true;
  }

  /** Follows changes from now on, until `close`. Keeps no process alive. */
  watch(): this {
    if (this.watching) return this;
    this.watching = true;
    mkdirSync(operatorsFolder(this.dataDir), { recursive: true, mode: 0o700 });
    this.refresh();
    return this;
  }

  close(): void {
    this.watching = false;
    if (this.settle) clearTimeout(this.settle);
    if (this.poll) clearInterval(this.poll);
    for (const watcher of this.watchers.values()) watcher.close();
    this.watchers.clear();
  }

  private watchFolders(found: readonly OwnOperator[]): void {
    const wanted = new Set([operatorsFolder(this.dataDir), ...found.map(({ directory }) => directory)]);
    for (const [place, watcher] of this.watchers) {
      if (wanted.has(place)) continue;
      watcher.close();
      this.watchers.delete(place);
    }
    for (const place of wanted) {
      if (this.watchers.has(place)) continue;
      try {
        const watcher = watch(place, { persistent: false }, () => this.later());
        // A folder that is removed tells so by an error on some systems.
        watcher.on('error', () => {
          watcher.close();
          this.watchers.delete(place);
          this.later();
        });
        this.watchers.set(place, watcher);
      } catch {
        // No more watches to be had, or the folder is just gone.
        this.poll ??= setInterval(() => this.refresh(), pollMs).unref();
      }
    }
  }

  private later(): void {
    if (this.settle || !this.watching) return;
    this.settle = setTimeout(() => {
      this.settle = null;
      if (this.watching) this.refresh();
    }, settleMs).unref();
  }
}
