import { createRequire } from 'node:module';
import path from 'node:path';
import { perform } from './perform.mjs';

/*
 * The handlers that a Restate server calls, on the port of the first argument. The package is looked for in the folder this
 * program is started in, since it is no dependency of ours.
 */

// It is written for Node 22; Node 20 lacks this one function.
Promise.withResolvers ??= function withResolvers() {
  let resolve, reject;
  const promise = new this((yes, no) => ([resolve, reject] = [yes, no]));
  return { promise, resolve, reject };
};
const restate = createRequire(path.join(process.cwd(), 'package.json'))('@restatedev/restate-sdk');

const bench = restate.service({
  name: 'bench',
  handlers: {
    chain: async (context, { steps }) => {
      const outputs = [];
      for (const [i, step] of steps.entries()) outputs.push(await context.run(`t${i}`, () => perform(step)));
      return outputs;
    },
    fan: async (context, { width }) => {
      const copies = Array.from({ length: width }, (_, i) => context.run(`m${i}`, () => perform({ kind: 'noop' })));
      return (await restate.RestatePromise.all(copies)).reduce((sum, one) => sum + one, 0);
    },
  },
});
await restate.endpoint().bind(bench).listen(Number(process.argv[2]));
process.send({ ready: true });
process.once('disconnect', () => process.exit());
