import type { Json } from '#domain/definition/schema/json.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Store } from '#server/store/store.ts';
import type { Clock } from '../clock.ts';
import type { EngineLog } from '../engine-log.ts';
import type { EngineMeter } from '../measure/engine-meter.ts';
import type { Performer, PerformerReports } from '../perform/performer.ts';

/** What an embedded engine is given. */
export interface EngineOptions {
  store: Store;
  /** Makes the performer once the engine can hear its reports. */
  performer(reports: PerformerReports): Performer | Promise<Performer>;
  /** Read whenever it is needed: people's own operators come and go. */
  catalog: readonly Manifest[] | (() => readonly Manifest[]);
  clock?: Clock;
  log?: EngineLog;
  /** A defect, or a store that contradicts us. The process must end; the next one recovers. */
  crashed(error: unknown): void;
  /** Takes secrets out of what people answer. */
  mask?(value: Json): Json;
  /** Where people reach the pages, for what alerts say. */
  address?: string;
  /** Alerts were stored that are to be sent. */
  alertsStored?(): void;
  /** Longest that a stop waits for work inside the engine, in ms; missing: not at all. */
  drainMs?: number;
  /** Without it nothing falls due: a headless run. */
  schedule?: boolean;
  /** Hears how long turns take and what was stored. */
  meter?: EngineMeter;
  /** Waits between two tries of a commit; for tests. */
  pause?(ms: number): Promise<void>;
  /** How long a turn that has nothing but beginnings to store waits for their ends, ms; for tests. */
  companyMs?: number;
}
