import { embeddedHost } from '../embedded/embedded-host.ts';
import type { HostUnderTest } from '../host-contract.ts';
import { EngineBench } from './engine-bench.ts';
import { ScriptedPerformer, type Script } from './scripted-performer.ts';

const world = { now: () => Date.now(), after: (ms: number, what: () => void) => void setTimeout(what, ms) };

/** The embedded host on a real database (a SQLite file, or the PostgreSQL database `url`), its attempts scripted. */
export async function hostBench(script: Script, url?: string): Promise<HostUnderTest> {
  let performer!: ScriptedPerformer;
  const bench = await EngineBench.open({
    ...(url === undefined ? {} : { url }),
    performer: (reports) => (performer = new ScriptedPerformer(reports, world, script)),
  });
  return {
    host: embeddedHost(bench.engine),
    performer,
    until: async (look) => void (await bench.until(look)),
    close: () => bench.close(),
  };
}
