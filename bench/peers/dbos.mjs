import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';
import { perform } from './perform.mjs';

/*
 * DBOS as a server of two workflows. Its package is looked for in the folder this program is started in, since it is no
 * dependency of ours. `DBOS_DATABASE` names the PostgreSQL database it may use; the port is told to the parent.
 */
const { DBOS } = createRequire(path.join(process.cwd(), 'package.json'))('@dbos-inc/dbos-sdk');

DBOS.setConfig({ name: 'bench', systemDatabaseUrl: process.env.DBOS_DATABASE, logLevel: 'error', runAdminServer: false });

const workflows = {
  chain: DBOS.registerWorkflow(
    async ({ steps }) => {
      const outputs = [];
      for (const [i, step] of steps.entries()) outputs.push(await DBOS.runStep(() => perform(step), { name: `t${i}` }));
      return outputs;
    },
    { name: 'chain' },
  ),
  fan: DBOS.registerWorkflow(
    async ({ width }) => {
      const copies = Array.from({ length: width }, (_, i) => DBOS.runStep(() => perform({ kind: 'noop' }), { name: `m${i}` }));
      return (await Promise.all(copies)).reduce((sum, one) => sum + one, 0);
    },
    { name: 'fan' },
  ),
};

await DBOS.launch();
const server = createServer(async (request, response) => {
  try {
    let body = '';
    for await (const part of request) body += part;
    const run = workflows[request.url.slice(1)];
    response.end(JSON.stringify(await run(JSON.parse(body))));
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.once('disconnect', () => process.exit());
