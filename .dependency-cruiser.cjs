/** One named rule a row of the table "who may import whom". */
const test = '\\.test\\.tsx?$|/testing/|store-contract\\.ts$|host-contract\\.ts$';
const pkg = '^node_modules/';
const core = { dependencyTypes: ['core'] };
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule(
      'no-cycles',
      'rooms have doors, not loops',
      { pathNot: pkg },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    rule(
      'no-unresolved',
      'an import that resolves to nothing hides a broken rule',
      { pathNot: `${pkg}|generated/` },
      { couldNotResolve: true, pathNot: '\\.css$|generated/' },
    ),
    rule(
      'domain-machines-import-no-package',
      'run, admission, graph and simulation are plain code',
      { path: '^domain/(run|admission|graph|simulation)/', pathNot: test },
      { path: pkg, dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'domain-trigger-packages',
      'luxon, cron-parser, rrule, cronstrue only',
      { path: '^domain/trigger/', pathNot: test },
      { path: pkg, pathNot: `${pkg}(luxon|cron-parser|rrule|cronstrue|@types)/` },
    ),
    rule(
      'domain-expression-packages',
      'jinja and CEL only',
      { path: '^domain/expression/', pathNot: test },
      { path: pkg, pathNot: `${pkg}(@huggingface/jinja|@marcbachmann/cel-js)/` },
    ),
    rule(
      'domain-rest-packages',
      'the rest of domain may use zod',
      { path: '^domain/(definition|validation|export)/', pathNot: test },
      { path: pkg, pathNot: `${pkg}zod/` },
    ),
    rule(
      'domain-imports-only-domain',
      'the ground floor rests on nothing',
      { path: '^domain/', pathNot: test },
      { path: '^(operators|server|components|app|bench|e2e|scripts)/' },
    ),
    rule('domain-no-node', 'domain runs in the browser too', { path: '^domain/', pathNot: test }, core),
    rule(
      'operators-pure-files',
      'a manifest knows its own room, the contract, domain and zod',
      { path: '^operators/(manifest|catalog|.*\\.(operator|airflow))\\.ts$' },
      { pathNot: `^domain/|^operators/|${pkg}zod/` },
    ),
    rule(
      'operators-pure-files-no-run',
      'a manifest never loads what runs',
      { path: '^operators/(manifest|catalog|.*\\.(operator|airflow))\\.ts$' },
      { path: '\\.(run|worker)\\.ts$|\\.form\\.tsx$' },
    ),
    rule(
      'operators-no-server',
      'a run function gets everything from its context',
      { path: '^operators/', pathNot: test },
      { path: '^(server|components|app)/' },
    ),
    rule(
      'operators-own-room',
      'rooms do not look into each other',
      { path: '^operators/([^/]+)/', pathNot: test },
      { path: '^operators/([^/]+)/', pathNot: '^operators/($1)/' },
    ),
    rule(
      'runs-only-through-runners',
      'a .run.ts is reached through runners.ts',
      { pathNot: `^operators/|${test}` },
      { path: '^operators/.*\\.run\\.ts$' },
    ),
    rule(
      'runners-only-in-perform',
      'only engine/perform performs',
      { path: '^(server|components|app)/', pathNot: `^server/engine/perform/|${test}` },
      { path: '^operators/runners\\.ts$' },
    ),
    rule(
      'prisma-only-in-store',
      'only server/store knows Prisma',
      { pathNot: `^server/store/|^prisma|^scripts/|${pkg}` },
      { path: `${pkg}(@prisma|prisma)/|^server/store/generated/` },
    ),
    rule(
      'store-looks-up-to-nobody',
      'api → use case → store',
      { path: '^server/store/', pathNot: test },
      { path: '^server/(api|workflows|runs|tries|triggers|feed|engine|scheduler|auth)/' },
    ),
    rule(
      'use-cases-below-api',
      'a use case does not know its router',
      { path: '^server/(workflows|runs|tries|triggers)/', pathNot: test },
      { path: '^server/api/' },
    ),
    rule(
      'engine-knows-no-web',
      'the engine process holds no web code',
      { path: '^server/(engine|spawner|scheduler)/', pathNot: test },
      { path: `^server/(api|auth|feed)/|^app/|${pkg}(next|react|react-dom|better-auth)/` },
    ),
    rule(
      'engine-spawns-nothing',
      'a spawn blocks the loop of a big process: the spawner starts what runs',
      { path: '^(server/(engine|scheduler)|operators)/', pathNot: test },
      { path: '^(node:)?child_process$' },
    ),
    rule('server-knows-no-pages', 'the server draws nothing', { path: '^server/' }, { path: '^(app|components)/' }),
    rule(
      'components-server-types-only',
      'the browser gets types from the server, nothing else',
      { path: '^components/', pathNot: test },
      { path: '^server/', dependencyTypesNot: ['type-only'] },
    ),
    rule('components-no-app', 'a component does not know its page', { path: '^components/' }, { path: '^app/' }),
    rule(
      'components-operators-forms-only',
      'manifests come as data',
      { path: '^components/', pathNot: test },
      { path: '^operators/', pathNot: '^operators/forms\\.tsx$', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'ui-is-ground-floor-of-components',
      'ui imports nothing above it',
      { path: '^components/ui/' },
      { path: '^components/(?!ui/)|^(server|operators|app)/' },
    ),
    rule(
      'app-no-store',
      'a page guards, loads and renders',
      { path: '^app/' },
      { path: '^server/(store|engine|spawner|scheduler)/|^domain/run/' },
    ),
    rule(
      'e2e-sees-what-a-person-sees',
      'no product code in journeys',
      { path: '^e2e/' },
      { path: '^(domain|operators|server|components|app)/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|dist|data|shots)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
  },
};
