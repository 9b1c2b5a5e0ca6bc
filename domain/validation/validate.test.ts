import { describe, expect, test } from 'vitest';
import { workflowOf } from '#domain/definition/testing/workflow-of.ts';
import { catalog } from '#operators/catalog.ts';
import { validate } from './validate.ts';

type Tasks = Parameters<typeof workflowOf>[0];
type Rest = Parameters<typeof workflowOf>[2];
const found = (tasks: Tasks, edges: string[] = [], rest: Rest = {}) =>
  validate(workflowOf(tasks, edges, rest), catalog).map(({ code, pointer }) => `${code} ${pointer}`);
const codes = (...args: Parameters<typeof found>) => found(...args).map((line) => line.split(' ')[0]);

const branch = (id: string, ...ports: string[]) => ({
  id,
  operator: 'branch@1',
  config: { cases: ports.map((port) => ({ port, when: 'true' })) },
});
const shell = (id: string, command: string, more = {}) => ({ id, operator: 'shell@1', config: { command, ...more } });
const python = (id: string, code: string) => ({ id, operator: 'python@1', config: { code } });
const params = { params: { type: 'object', properties: { day: { type: 'string' }, n: { type: 'integer', default: 1 } } } };
const daily = { id: 'd', type: 'cron', cron: ['0 2 * * *'] };

test('a good workflow has no problems', () => {
  const tasks = [
    shell('fetch', 'curl "$URL"', { environment: { URL: 'https://example.org/{{ ds }}' } }),
    branch('any', 'some', 'none'),
    shell('load', 'load "$DAY"', { environment: { DAY: '{{ params.day }}', ROWS: '{{ tasks.fetch.output.rows }}' } }),
    { id: 'join', triggerRule: 'none_failed_min_one_success' },
  ];
  const edges = ['fetch>any', 'any:some>load', 'any:none>join', 'load>join'];
  expect(found(tasks, edges, { ...params, triggers: [{ ...daily, params: { day: 'x' } }] })).toEqual([]);
});

describe('edges', () => {
  test('cycle is named once, self, double, dangling', () => {
    expect(found(['a', 'b', 'c'], ['a>b', 'b>c', 'c>a'])).toEqual(['edge.cycle /edges/2']);
    const [problem] = validate(workflowOf(['a', 'b', 'c'], ['a>b', 'b>c', 'c>a']), catalog);
    expect(problem?.message).toContain('a → b → c → a');
    expect(found(['a'], ['a>a'])).toEqual(['edge.self /edges/0']);
    expect(found(['a', 'b'], ['a>b', 'a:out>b'])).toEqual(['edge.double /edges/1']);
    expect(found(['a'], ['a>x', 'y>a'])).toEqual(['edge.dangling /edges/0/to', 'edge.dangling /edges/1/from']);
    expect(codes(['a'], ['a>g'], { groups: [{ id: 'g' }] })).toEqual(['edge.dangling']);
  });
  test('edges that roles and maps imply count for cycles', () => {
    const teardown = { id: 'down', role: { teardown: { of: ['up'] } } };
    expect(codes([{ id: 'up', role: { setup: true } }, teardown], ['down>up'])).toEqual(['edge.cycle']);
    const mapped = { ...shell('each', 'x'), map: { over: [{ into: 'environment.A', items: '{{ tasks.list.output }}' }] } };
    expect(codes(['list', mapped], ['each>list'])).toEqual(['edge.cycle']);
    expect(codes(['list', mapped], [])).toEqual([]);
  });
  test('ports', () => {
    expect(found(['a', 'b'], ['a:other>b'])).toEqual(['edge.port /edges/0/port']);
    expect(found([branch('b', 'x', 'y'), 'c'], ['b:x>c', 'b>c'])).toEqual(['edge.port /edges/1/port', 'port.unused /tasks/0']);
  });
});

describe('operators and configs', () => {
  test('unknown, another version', () => {
    expect(found([{ id: 'a', operator: 'nosuch@1' }])).toEqual(['operator.unknown /tasks/0/operator']);
    expect(found([{ id: 'a', operator: 'noop@7' }])).toEqual(['operator.version /tasks/0/operator']);
  });
  test('config against the schema', () => {
    expect(found([{ id: 'a', operator: 'shell@1', config: {} }])).toEqual(['config.missing /tasks/0/config/command']);
    expect(found([shell('a', 'x', { output: 'all' })])).toEqual(['config.value /tasks/0/config/output']);
    expect(found([shell('a', 'x', { other: 1 })])).toEqual(['config.unknown-field /tasks/0/config/other']);
    expect(found([{ id: 'a', operator: 'wait@1', config: { seconds: '10' } }])).toEqual(['config.type /tasks/0/config/seconds']);
    expect(found([{ id: 'a', operator: 'wait@1', config: { seconds: -1 } }])).toEqual(['config.bounds /tasks/0/config/seconds']);
    expect(codes([{ id: 'a', operator: 'wait@1', config: {} }])).toEqual(['config.missing']);
  });
  test('a connection that is not there, where it is known which there are', () => {
    const http = (connection: string) => ({ id: 'a', operator: 'http@1', config: { url: 'https://example.org', connection } });
    const told = (connection: string, known: ReadonlySet<string> | null) =>
      validate(workflowOf([http(connection)], []), catalog, known).map(
        ({ code, level, pointer }) => `${code} ${level} ${pointer}`,
      );
    expect(told('shop', new Set(['other']))).toContain('config.unknown-connection warning /tasks/0/config/connection');
    for (const [name, known] of [
      ['shop', new Set(['shop'])],
      ['shop', null],
      ['{{ params.shop }}', new Set<string>()],
    ] as const)
      expect(told(name, known).filter((line) => line.startsWith('config.unknown-connection'))).toEqual([]);
  });
  test('a whole template may stand for any value, another for text only', () => {
    const wait = (seconds: string) => [{ id: 'a', operator: 'wait@1', config: { seconds } }];
    expect(found(wait('{{ params.n }}'), [], params)).toEqual([]);
    expect(found(wait('{{ params.n }}0'), [], params)).toEqual(['config.type /tasks/0/config/seconds']);
  });
});

describe('templates and conditions', () => {
  const env = (value: string) => [
    shell('up', 'x'),
    shell('mid', 'x'),
    shell('a', 'x', { environment: { A: value } }),
    shell('down', 'x'),
    shell('off', 'x'),
  ];
  const edges = ['up>mid', 'mid>a', 'a>down'];
  const at = '/tasks/2/config/environment/A';
  test.each([
    ['{{ x', 'template.syntax'],
    ['{{ x }}', 'template.unknown-name'],
    ['{{ params.nope }}', 'template.unknown-param'],
    ['{{ tasks.nope.output }}', 'template.unknown-task'],
    ['{{ tasks.up.result }}', 'template.unknown-field'],
    ['{{ item }}', 'template.not-mapped'],
    ['{{ tasks.a.output }}', 'template.loop'],
    ['{{ tasks.down.output }}', 'template.loop'],
    ['{{ tasks.off.output }}', 'template.not-upstream'],
    ['{{ ds | nosuch }}', 'template.syntax'],
  ])('%s', (text, code) => expect(found(env(text), edges, params)).toEqual([`${code} ${at}`]));
  test.each([
    '{{ tasks.up.output.rows }}',
    '{{ tasks.mid.status }}',
    "{{ params.nope | default('x') }}",
    '{% for item in params.day %}{{ item }}{% endfor %}',
    '{{ var.bucket }} {{ conn.db.host }} {{ run.id }} {{ attempt }}',
    '${#list[@]}',
  ])('%s is good', (text) => expect(found(env(text), edges, params)).toEqual([]));
  test('without a params schema any param may be read', () => expect(found(env('{{ params.any }}'), edges)).toEqual([]));
  test('a near name is proposed', () => {
    const [problem] = validate(
      workflowOf([shell('load-x', 'x'), shell('b', 'x', { environment: { A: '{{ tasks.load_x.output }}' } })], ['load-x>b']),
      catalog,
    );
    expect(problem?.message).toContain('"load-x"');
  });
  test('conditions', () => {
    const cond = (when: string) => [
      'up',
      {
        id: 'b',
        operator: 'branch@1',
        config: {
          cases: [
            { port: 'x', when },
            { port: 'y', when: 'true' },
          ],
        },
      },
      'c',
    ];
    const run = (when: string) => found(cond(when), ['up>b', 'b:x>c', 'b:y>c'], params);
    const place = '/tasks/1/config/cases/0/when';
    expect(run('tasks.up.output > 1 && params.n > 2')).toEqual([]);
    expect(run('tasks.up.output >')).toEqual([`condition.syntax ${place}`]);
    expect(run('{{ params.n }} > 1')).toEqual([`condition.syntax ${place}`]);
    expect(run('tasks.c.output > 1')).toEqual([`condition.loop ${place}`]);
    expect(run('params.zz > 1')).toEqual([`condition.unknown-param ${place}`]);
    expect(run('has(params.zz)')).toEqual([]);
    expect(run('nosuch > 1')).toEqual([`condition.unknown-name ${place}`]);
    expect(run('[1].all(a, [1].all(b, [1].all(c, true)))')).toEqual([`condition.syntax ${place}`]);
  });
  test('a template inside code is a warning', () => {
    expect(
      found([
        shell('a', 'echo {{ ds }}'),
        python('b', 'print("{{ ds }}")'),
        shell('c', 'echo "$A"', { environment: { A: '{{ ds }}' } }),
      ]),
    ).toEqual(['template.in-code /tasks/0/config/command', 'template.in-code /tasks/1/config/code']);
  });
});

test('triggers', () => {
  const trigger = (fields: Record<string, unknown>, rest = {}) =>
    found(['a'], [], { triggers: [{ ...daily, ...fields }], ...rest });
  expect(trigger({ cron: ['0 2 * * *', '0 0 30 2 *'] })).toEqual(['trigger.never-fires /triggers/0/cron/1']);
  expect(trigger({ cron: ['1 2 3'] })).toEqual(['trigger.cron /triggers/0/cron/0']);
  expect(trigger({ timezone: 'Europe/Atlantis' })).toEqual(['trigger.zone /triggers/0/timezone']);
  expect(trigger({ cron: ['* * * * *'] })).toEqual(['trigger.every-minute /triggers/0/cron/0']);
  expect(trigger({ params: { n: 'x' } }, params)).toEqual(['trigger.params /triggers/0/params/n']);
  expect(trigger({ catchup: 'all' })).toEqual(['trigger.catchup-without-start /triggers/0/catchup']);
});

test('params', () => {
  expect(found(['a'], [], { params: { type: 'string' } })).toEqual(['params.schema /params/type']);
  expect(found(['a'], [], { params: { properties: { a: 1 } } })).toEqual(['params.schema /params/properties/a']);
  expect(found(['a'], [], { params: { properties: { a: { type: 'integer', default: 'x' } } } })).toEqual([
    'params.default /params/properties/a/default',
  ]);
  expect(found(['a'], [], { params: { properties: {}, required: ['b'] } })).toEqual(['params.schema /params/required/0']);
});

test('what is typed into a draft keeps to the bounds of the format', () => {
  const workflow = workflowOf(['a', 'b'], ['a>b'], { triggers: [daily], settings: {} });
  const [a, ...others] = workflow.tasks;
  const typed = {
    ...workflow,
    name: '',
    settings: { ...workflow.settings, maxActiveRuns: 0 } as typeof workflow.settings,
    tasks: [
      { ...a, retry: { max: 5000, delaySec: 1, multiplier: 0 }, timeoutSec: 0.5 } as (typeof workflow.tasks)[number],
      ...others,
    ],
    triggers: [{ ...workflow.triggers[0], jitterSec: -1 } as (typeof workflow.triggers)[number]],
  };
  const problems = validate(typed, catalog).map(({ code, pointer, task }) => [code, pointer, task]);
  expect(problems).toEqual([
    ['definition.bounds', '/name', undefined],
    ['definition.bounds', '/settings/maxActiveRuns', undefined],
    ['definition.bounds', '/triggers/0/jitterSec', undefined],
    ['definition.bounds', '/tasks/0/retry/max', 'a'],
    ['definition.bounds', '/tasks/0/timeoutSec', 'a'],
  ]);
});

test('ids stand once; tasks and groups share one space', () => {
  expect(codes(['a', 'a'])).toEqual(['task.duplicate']);
  expect(found(['a'], [], { groups: [{ id: 'a' }, { id: 'g' }, { id: 'g' }] })).toEqual([
    'group.duplicate /groups/0/id',
    'group.duplicate /groups/2/id',
  ]);
  expect(codes(['a'], [], { triggers: [daily, daily] })).toEqual(['trigger.duplicate']);
  const note = { id: 'n', text: '', at: [0, 0] };
  expect(codes(['a'], [], { notes: [note, note] })).toEqual(['note.duplicate']);
});

test('groups', () => {
  expect(found([{ id: 'a', group: 'x' }])).toEqual(['task.unknown-group /tasks/0/group']);
  expect(found(['a'], [], { groups: [{ id: 'g', parent: 'x' }] })).toEqual(['group.unknown-parent /groups/0/parent']);
  const circle = [
    { id: 'g', parent: 'h' },
    { id: 'h', parent: 'g' },
  ];
  expect(codes([{ id: 'a', group: 'g' }], [], { groups: circle })).toEqual(['group.cycle', 'group.cycle']);
  const deep = Array.from({ length: 70 }, (_, i) => ({ id: `g${i}`, ...(i > 0 ? { parent: `g${i - 1}` } : {}) }));
  expect(new Set(codes(['a'], [], { groups: deep }))).toEqual(new Set(['definition.cap']));
});

test('maps', () => {
  const mapped = (map: Record<string, unknown>, more = {}) => [{ ...shell('a', 'x'), map, ...more }];
  const over = (items: unknown, into = 'environment.A') => ({ over: [{ into, items }] });
  expect(found(mapped(over([1, 2])))).toEqual([]);
  expect(found(mapped(over('plain')))).toEqual(['map.items /tasks/0/map/over/0/items']);
  expect(found(mapped({ ...over([1, 2, 3]), limit: 2 }))).toEqual(['map.limit /tasks/0/map/limit']);
  expect(
    found(
      mapped({
        over: [
          { into: 'environment.A', items: [1] },
          { into: 'environment.B', items: [1, 2] },
        ],
        combine: 'zip',
      }),
    ),
  ).toEqual(['map.zip /tasks/0/map/over']);
  expect(found(mapped(over([1], 'nosuch.field')))).toEqual(['map.into /tasks/0/map/over/0/into']);
  const groups = [{ id: 'g', map: over([1]) }];
  expect(found(mapped(over([1]), { group: 'g' }), [], { groups })).toEqual(['map.nested /tasks/0/map']);
  expect(found([{ ...shell('a', 'x', { environment: { A: '{{ item }}' } }), group: 'g' }], [], { groups })).toEqual([]);
  expect(found(mapped(over('{{ tasks.a.output }}')))).toEqual(['template.loop /tasks/0/map/over/0/items']);
  // What the list fills in need not stand in the config.
  expect(found([{ id: 'a', operator: 'shell@1', config: {}, map: over(['x'], 'command') }])).toEqual([]);
});

test('roles, fail fast, past, retries, timeouts', () => {
  const teardown = (of: string[], more = {}) => ({ id: 't', role: { teardown: { of } }, ...more });
  expect(found(['a', teardown(['zz'])])).toEqual(['role.unknown-setup /tasks/1/role/teardown/of/0']);
  expect(found(['a', teardown(['a'])])).toEqual(['role.not-setup /tasks/1/role/teardown/of/0']);
  expect(found([teardown([], { triggerRule: 'all_done' })])).toEqual(['role.rule-ignored /tasks/0/triggerRule']);
  expect(found(['a', { id: 'b', triggerRule: 'all_done' }, teardown([])], ['a>b'], { settings: { failFast: true } })).toEqual([
    'fail-fast.rule /tasks/1/triggerRule',
  ]);
  expect(found([{ id: 'a', past: { dependsOnPast: true } }], [], { settings: { concurrency: 'cancel-previous' } })).toEqual([
    'past.cancel-previous /tasks/0/past',
  ]);
  expect(found([{ id: 'a', idempotent: 'no', retry: { max: 2 } }])).toEqual(['retry.not-idempotent /tasks/0/retry']);
  expect(found([{ id: 'a', idempotent: 'no' }], [], { taskDefaults: { retry: { max: 1 } } })).toEqual([
    'retry.not-idempotent /taskDefaults/retry',
  ]);
  expect(found([{ id: 'a', retry: { max: 1, delaySec: 60, multiplier: 2, maxDelaySec: 30 } }])).toEqual([
    'retry.max-delay /tasks/0/retry',
  ]);
  expect(found([{ id: 'a', timeoutSec: 90 }], [], { settings: { runTimeoutSec: 60 } })).toEqual([
    'timeout.over-run /tasks/0/timeoutSec',
  ]);
  const noop = catalog.find(({ type }) => type === 'noop');
  const sensor = noop === undefined ? [] : [{ ...noop, type: 'sensor', waits: true }];
  expect(validate(workflowOf([{ id: 'a', operator: 'sensor@1' }]), sensor).map(({ code }) => code)).toEqual(['timeout.none']);
  expect(validate(workflowOf([{ id: 'a', operator: 'sensor@1', timeoutSec: 9 }]), sensor)).toEqual([]);
  const approval = catalog.filter(({ type }) => type === 'approval');
  const asking = (config: object) =>
    validate(workflowOf([{ id: 'a', operator: 'approval@1', config: { message: 'Go?', ...config } }]), approval).map(
      (p) => p.code,
    );
  expect(asking({})).toEqual(['timeout.none']);
  expect(asking({ waitSec: 60 })).toEqual([]);
});

describe('always skipped', () => {
  const two = (rule?: string) => [
    branch('b', 'x', 'y'),
    'l',
    'r',
    { id: 'j', ...(rule === undefined ? {} : { triggerRule: rule }) },
    'after',
  ];
  const diamond = ['b:x>l', 'b:y>r', 'l>j', 'r>j', 'j>after'];
  test('a join of both paths of a branch, told once', () =>
    expect(found(two(), diamond)).toEqual(['rule.always-skipped /tasks/3/triggerRule']));
  test.each(['none_failed_min_one_success', 'none_failed', 'all_done', 'one_success', 'one_done', 'always'])(
    'not with %s',
    (rule) => expect(found(two(rule), diamond)).toEqual([]),
  );
  test('not when one path leads straight to the join, nor when both ports lead to it', () => {
    expect(found([branch('b', 'x', 'y'), 'l', 'j'], ['b:x>l', 'b:y>j', 'l>j'])).toEqual([]);
    expect(found([branch('b', 'x', 'y'), 'l', 'r', 'j'], ['b:x>l', 'b:y>l', 'b:y>r', 'l>j', 'r>j'])).toEqual([]);
  });
  test('not when all ports may open', () => {
    const all = { ...branch('b', 'x', 'y'), config: { ...branch('b', 'x', 'y').config, all: true } };
    expect(found([all, 'l', 'r', 'j'], ['b:x>l', 'b:y>r', 'l>j', 'r>j'])).toEqual([]);
  });
});

test('a port without an edge is an info; errors come first', () => {
  expect(found([branch('b', 'x', 'y'), 'c'], ['b:x>c', 'c>b'])).toEqual(['edge.cycle /edges/1', 'port.unused /tasks/0']);
});
