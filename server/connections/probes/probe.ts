import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { NetworkRules } from '#operators/runner.ts';

/** What the program that tries a connection is told, on its standard input. */
export interface ProbeJob {
  /** As an operator would get it, secrets filled in, `file` absolute. */
  connection: JsonObject;
  network: NetworkRules;
}
/** How it went, in one sentence. */
export interface ProbeAnswer {
  ok: boolean;
  message: string;
}
/** Really connects, does no harm, and says how it went. May throw whatever its client throws. */
export type Probe = (connection: JsonObject, network: NetworkRules) => Promise<ProbeAnswer>;
