import { exercise } from '../host-contract.ts';
import { ScriptedPerformer } from '../testing/scripted-performer.ts';
import { InlineHost } from './inline-host.ts';

exercise(
  'inline',
  (script) => {
    let performer!: ScriptedPerformer;
    const host = new InlineHost((reports, world) => (performer = new ScriptedPerformer(reports, world, script)));
    return Promise.resolve({
      host,
      performer,
      async until(look) {
        while (!(await look())) if (!(await host.runOnce())) throw new Error('Nothing can happen any more.');
      },
      close: () => host.close(),
    });
  },
  { runs: 150 },
);
