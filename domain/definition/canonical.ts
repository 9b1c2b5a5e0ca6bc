import type { Json, JsonObject } from './schema/json.ts';
import type { Workflow, WorkflowFile } from './schema/workflow.ts';
import { scriptField } from './script-field.ts';
import { writeJson } from './json/write-json.ts';

type Fields = Record<string, unknown>;
/** Order of the keys of each shape, with the value that is not written. `undefined`: no default. */
const shapes = {
  workflow: [
    'format',
    'id',
    'name',
    'description',
    'tags',
    'owner',
    'params',
    'triggers',
    'settings',
    'taskDefaults',
    'tasks',
    'edges',
    'groups',
    'notes',
    'layout',
  ],
  task: [
    'id',
    'name',
    'operator',
    'config',
    'triggerRule',
    'retry',
    'timeoutSec',
    'pool',
    'priority',
    'map',
    'role',
    'past',
    'limits',
    'idempotent',
    'disabled',
    'group',
    'doc',
  ],
  edge: ['from', 'port', 'to', 'label'],
  group: ['id', 'name', 'parent', 'collapsed', 'map', 'color'],
  note: ['id', 'text', 'at', 'size'],
  trigger: [
    'id',
    'type',
    'cron',
    'everySec',
    'anchor',
    'at',
    'interval',
    'timezone',
    'params',
    'start',
    'end',
    'catchup',
    'missed',
    'dst',
    'jitterSec',
  ],
  retry: ['max', 'delaySec', 'multiplier', 'maxDelaySec'],
  pool: ['name', 'slots'],
  priority: ['weight', 'rule'],
  map: ['over', 'combine', 'limit', 'maxParallel'],
  over: ['into', 'items'],
  teardown: ['of', 'failsRun'],
  past: ['dependsOnPast', 'waitForDownstream'],
  dst: ['gap', 'overlap'],
  settings: [
    'maxActiveRuns',
    'maxActiveTasks',
    'maxActiveTasksPerWorkflow',
    'runTimeoutSec',
    'failFast',
    'runStatusRule',
    'concurrency',
    'autoPauseAfterFailures',
    'alerts',
    'retention',
  ],
  alert: ['on', 'lateAfterSec', 'connection', 'to'],
  retention: ['runs', 'days'],
} as const;
const defaults: Partial<Record<keyof typeof shapes, Fields>> = {
  task: { triggerRule: 'all_success', disabled: false },
  edge: { port: 'out' },
  group: { collapsed: false },
  trigger: { interval: false, timezone: 'UTC', catchup: 'none', missed: 'latest' },
  retry: { max: 0, delaySec: 300, multiplier: 0 },
  pool: { slots: 1 },
  priority: { weight: 1, rule: 'downstream' },
  map: { combine: 'product', limit: 1024 },
  teardown: { failsRun: false },
  past: { dependsOnPast: false, waitForDownstream: false },
  dst: { gap: 'shift', overlap: 'first' },
  settings: { maxActiveRuns: 16, maxActiveTasks: 16, failFast: false, runStatusRule: 'leaves', concurrency: 'queue' },
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byId = (a: { id: string }, b: { id: string }): number => byText(a.id, b.id);

/** Keys in the order of the shape, without what is undefined or a default. */
function pick(shape: keyof typeof shapes, value: object, made: Fields = {}): Fields {
  const result: Fields = {};
  const unwritten = defaults[shape] ?? {};
  for (const key of shapes[shape]) {
    const field = Object.hasOwn(made, key) ? made[key] : (value as Fields)[key];
    if (field !== undefined && field !== unwritten[key]) result[key] = field;
  }
  return result;
}
const whenFilled = <T extends object>(value: T | undefined): T | undefined =>
  value === undefined || Object.keys(value).length === 0 ? undefined : value;
const maybe = <T, R>(value: T | undefined, make: (value: T) => R): R | undefined =>
  value === undefined ? undefined : make(value);
const text = (value: unknown): string | undefined => (Array.isArray(value) ? value.join('\n') : (value as string | undefined));

/** JSON text knows no -0: a reader would give back 0. */
const plain = <T extends Json>(value: T): T => (Object.is(value, -0) ? (0 as T) : value);
/** The same inside a value whose order stays. */
function plainInside(value: Json): Json {
  if (Array.isArray(value)) return value.map(plainInside);
  if (typeof value !== 'object' || value === null) return plain(value);
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, plainInside(field)]));
}

/** Open objects (a config) have no order of their own: PostgreSQL would change it, so the file sorts. Lists keep theirs. */
function sortKeys(value: Json): Json {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return plain(value);
  const result: JsonObject = {};
  for (const key of Object.keys(value).sort(byText)) {
    const field = value[key];
    if (field !== undefined) result[key] = sortKeys(field);
  }
  return result;
}

type MapFields = NonNullable<WorkflowFile['tasks'][number]['map']>;
const map = (value: MapFields): Fields =>
  pick('map', value, {
    over: value.over.map((o) =>
      pick('over', o, { items: typeof o.items === 'string' ? o.items : (o.items as Json[]).map(sortKeys) }),
    ),
  });
type Shared = { retry?: object | undefined; pool?: object | undefined; priority?: object | undefined };
// `retry: {}` is not the same as no retry: it overrides the workflow's own default for tasks, so these stay although empty.
const shared = (value: Shared): Fields => ({
  retry: maybe(value.retry, (r) => pick('retry', r)),
  pool: maybe(value.pool, (p) => pick('pool', p)),
  priority: maybe(value.priority, (p) => pick('priority', p)),
});

function task(value: WorkflowFile['tasks'][number]): Fields {
  const script = scriptField(value.operator);
  const config = sortKeys(value.config as JsonObject) as JsonObject;
  const lines = script === null ? undefined : config[script.field];
  if (script !== null && Array.isArray(lines) && lines.every((l) => typeof l === 'string'))
    config[script.field] = lines.join('\n');
  return pick('task', value, {
    ...shared(value),
    config,
    map: maybe(value.map, map),
    role: maybe(value.role, (role) => ('teardown' in role ? { teardown: pick('teardown', role.teardown) } : { setup: true })),
    past: whenFilled(maybe(value.past, (p) => pick('past', p))),
    limits: whenFilled(maybe(value.limits, (l) => ({ ...l }))),
    doc: text(value.doc),
  });
}

const trigger = (value: WorkflowFile['triggers'][number]): Fields =>
  pick('trigger', value, {
    params: maybe(value.params as Json | undefined, sortKeys),
    dst: whenFilled(maybe(value.dst, (d) => pick('dst', d))),
  });

/** The grid of the canvas, in px: positions in a file lie on it. */
const grid = 4;
// `+ 0` because rounding may give -0, which a reader would not give back.
const onGrid = (value: readonly [number, number]): [number, number] => [
  Math.round(value[0] / grid) * grid + 0,
  Math.round(value[1] / grid) * grid + 0,
];
function points(value: Record<string, readonly [number, number]>, known: ReadonlySet<string>): Record<string, [number, number]> {
  const result: Record<string, [number, number]> = {};
  for (const id of Object.keys(value)
    .filter((k) => known.has(k))
    .sort(byText))
    result[id] = onGrid(value[id] as [number, number]);
  return result;
}
function layout(value: WorkflowFile): Fields | undefined {
  if (value.layout === undefined) return undefined;
  const known = new Set([...value.tasks.map((t) => t.id), ...(value.groups ?? []).map((g) => g.id)]);
  const sizes = whenFilled(points((value.layout.sizes ?? {}) as Record<string, [number, number]>, known));
  const positions = points(value.layout.positions as Record<string, [number, number]>, known);
  const direction = value.layout.direction === 'TB' ? 'TB' : undefined;
  if (Object.keys(positions).length === 0 && sizes === undefined && direction === undefined) return undefined;
  return { positions, ...(direction === undefined ? {} : { direction }), ...(sizes === undefined ? {} : { sizes }) };
}

/** What tasks and whole workflows stripped to, for one who strips the same document again and again. Documents that are edited in place have none. */
export type Stripped = WeakMap<object, object>;

function once<T extends object, R extends object>(known: Stripped | undefined, value: T, make: (value: T) => R): R {
  if (known === undefined) return make(value);
  const before = known.get(value);
  if (before !== undefined) return before as R;
  const made = make(value);
  known.set(value, made);
  return made;
}

/**
 * The same workflow as it stands in a file: no default written out, everything in canonical order, layout on the grid. Text is still text.
 * With `known`, tasks (and workflows) that are the same objects as before are not stripped again, and what comes back shares them.
 */
export function stripDefaults(workflow: Workflow | WorkflowFile, known?: Stripped): WorkflowFile {
  return once(known, workflow, (value) => strip(value, known));
}

function strip(value: WorkflowFile, known: Stripped | undefined): WorkflowFile {
  const settings = maybe(value.settings, (s) =>
    pick('settings', s, {
      alerts: s.alerts?.length
        ? s.alerts.map((a) => pick('alert', a, { on: a.on?.length ? a.on : undefined, connection: a.connection || undefined }))
        : undefined,
      retention: whenFilled(maybe(s.retention, (r) => pick('retention', r))),
    }),
  );
  const taskDefaults = maybe(value.taskDefaults, (d) => pick('task', d, shared(d)));
  return pick('workflow', value, {
    description: text(value.description),
    tags: value.tags?.length === 0 ? undefined : value.tags,
    // Not sorted: the order of params is the order of their form.
    params: maybe(value.params as Json | undefined, plainInside),
    triggers: value.triggers.map(trigger),
    settings: whenFilled(settings),
    taskDefaults: whenFilled(taskDefaults),
    tasks: value.tasks.map((t) => once(known, t, task)).sort((a, b) => byId(a as { id: string }, b as { id: string })),
    edges: once(known, value.edges, (edges) =>
      edges
        .map((e) => ({ ...e, port: e.port ?? 'out' }))
        .sort((a, b) => byText(a.from, b.from) || byText(a.port, b.port) || byText(a.to, b.to))
        .map((e) => pick('edge', e)),
    ),
    groups: value.groups?.length
      ? [...value.groups].sort(byId).map((g) => pick('group', g, { map: maybe(g.map, map) }))
      : undefined,
    notes: value.notes?.length
      ? [...value.notes]
          .sort(byId)
          .map((n) => pick('note', n, { text: text(n.text), at: onGrid(n.at), size: maybe(n.size, onGrid) }))
      : undefined,
    layout: layout(value),
  }) as WorkflowFile;
}

/** Text of several lines becomes a list of lines, so that a script diffs line by line. */
const asLines = (value: unknown): unknown => (typeof value === 'string' && value.includes('\n') ? value.split('\n') : value);
function withLines<T extends Fields>(value: T, key: string): T {
  return Object.hasOwn(value, key) ? { ...value, [key]: asLines(value[key]) } : value;
}

/** The canonical file of a workflow, ending in a line feed. The same workflow gives the same bytes, through any number of exports and imports. */
export function canonicalText(workflow: Workflow | WorkflowFile): string {
  const file = stripDefaults(workflow);
  const result: Fields = withLines(file as unknown as Fields, 'description');
  return (
    writeJson({
      ...result,
      tasks: file.tasks.map((t) => {
        const script = scriptField(t.operator);
        const config = script === null ? t.config : withLines(t.config as Fields, script.field);
        return withLines({ ...t, config }, 'doc');
      }),
      ...(file.notes === undefined ? {} : { notes: file.notes.map((n) => withLines(n as Fields, 'text')) }),
    } as JsonObject) + '\n'
  );
}
