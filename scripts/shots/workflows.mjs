/*
 * The workflows that the pictures show beside the examples: a shop's night with a bit of everything that can happen.
 * Each runs offline, in seconds, and only on files of its own.
 */
const format = 'drawloom/workflow@1';
const nightly = { id: 'nightly', type: 'cron', cron: ['30 2 * * *', '30 14 * * 1-5'], timezone: 'Europe/Berlin' };

/** One that has succeeded, failed, waiting, skipped and running tasks at once. */
const salesByCity = {
  format,
  id: 'sales-by-city',
  name: 'Sales by city',
  tags: ['daily'],
  description: 'Orders of the day by city, with the weather of each city.',
  params: { type: 'object', properties: { statuses: { type: 'string', title: 'Statuses', default: 'paid' } } },
  triggers: [nightly],
  settings: { maxActiveRuns: 2 },
  tasks: [
    {
      id: 'fetch_fx_rates',
      name: 'Fetch FX rates',
      operator: 'shell@1',
      config: { command: 'echo "GET /daily"; sleep 1; echo "http 403: the key was refused" >&2; exit 3', output: 'lastLine' },
    },
    { id: 'store_fx_rates', name: 'Store FX rates', operator: 'shell@1', config: { command: 'echo stored' }, idempotent: 'no' },
    { id: 'wait_for_export', name: 'Wait for export', operator: 'wait@1', config: { seconds: 2 } },
    {
      id: 'load_orders',
      name: 'Load orders',
      operator: 'sql@1',
      config: {
        database: 'duckdb',
        query:
          "SELECT i AS id, i % 6 AS city_id, round(20 + i % 37 * 1.25, 2) AS eur, DATE '{{ ds }}' AS placed_at\nFROM range(40) t(i)\nORDER BY id",
      },
      retry: { max: 3, delaySec: 30, multiplier: 2 },
    },
    {
      id: 'orders_fresh',
      name: 'Orders fresh?',
      operator: 'branch@1',
      config: { cases: [{ port: 'fresh', when: 'size(tasks.load_orders.output) > 0' }], otherwise: 'stale' },
    },
    { id: 'reuse_yesterday', name: 'Reuse yesterday', operator: 'shell@1', config: { command: 'echo reused' } },
    {
      id: 'clean_orders',
      name: 'Clean orders',
      operator: 'python@1',
      config: {
        code: 'def main(inputs, run):\n    print("40 rows, none twice")\n    return {"rows": 40}\n',
      },
      pool: { name: 'db', slots: 1 },
    },
    {
      id: 'update_catalog',
      name: 'Update catalog',
      operator: 'shell@1',
      config: {
        command: [
          'echo "catalogctl push shop.orders --rows 40 --day {{ ds }}"',
          'echo "read  orders_{{ ds }}.parquet, 1.9 MB"',
          'echo "POST  https://catalog.example/api/v2/tables/shop.orders"',
          'echo "WARN  slow answer, 1.2 s"',
          'echo "ERROR 503 Service Unavailable" >&2',
          'exit 3',
        ].join('\n'),
      },
      retry: { max: 3, delaySec: 240, multiplier: 2 },
    },
    {
      id: 'list_cities',
      name: 'List cities',
      operator: 'python@1',
      config: {
        code:
          'def main(inputs, run):\n    cities = ["Berlin", "Oslo", "Turku", "Graz", "Lyon", "Porto"]\n' +
          '    return [f"echo {city}; sleep {1 if n < 4 else 900}" for n, city in enumerate(cities)]\n',
      },
    },
    {
      id: 'fetch_weather',
      name: 'Fetch weather',
      operator: 'shell@1',
      // Two are under way for as long as the pictures take.
      config: { command: 'echo {{ item }}' },
      map: { over: [{ into: 'command', items: '{{ tasks.list_cities.output }}' }], maxParallel: 2 },
    },
    { id: 'join_weather', name: 'Join weather', operator: 'shell@1', config: { command: 'echo joined' } },
    {
      id: 'publish_table',
      name: 'Publish table',
      operator: 'shell@1',
      config: { command: 'echo published' },
      triggerRule: 'none_failed_min_one_success',
    },
  ],
  edges: [
    { from: 'fetch_fx_rates', to: 'store_fx_rates' },
    { from: 'wait_for_export', to: 'load_orders' },
    { from: 'load_orders', to: 'orders_fresh' },
    { from: 'load_orders', to: 'update_catalog' },
    { from: 'orders_fresh', port: 'fresh', to: 'clean_orders' },
    { from: 'orders_fresh', port: 'stale', to: 'reuse_yesterday' },
    { from: 'list_cities', to: 'fetch_weather' },
    { from: 'clean_orders', to: 'join_weather' },
    { from: 'fetch_weather', to: 'join_weather' },
    { from: 'join_weather', to: 'publish_table' },
    { from: 'reuse_yesterday', to: 'publish_table' },
  ],
};

/** One that asks a person and fills in a form. */
const askFirst = {
  format,
  id: 'ask-before-publishing',
  name: 'Ask before publishing',
  tags: ['approval'],
  triggers: [],
  tasks: [
    { id: 'clean', name: 'Clean the list', operator: 'shell@1', config: { command: 'echo 3201', output: 'lastLine' } },
    {
      id: 'ask',
      name: 'Ask the shop',
      operator: 'approval@1',
      config: {
        message: 'Publish **{{ tasks.clean.output }} rows** of {{ ds }}?\n\nThe list goes to all shops within a minute.',
        form: {
          type: 'object',
          properties: {
            discount: { type: 'number', title: 'Discount, %', minimum: 0, maximum: 50, default: 10 },
            reason: { type: 'string', title: 'Reason' },
          },
          required: ['discount'],
        },
        onReject: 'port',
        waitSec: 86_400,
      },
    },
    { id: 'publish', name: 'Publish', operator: 'shell@1', config: { command: 'echo published' } },
    { id: 'tell', name: 'Tell why not', operator: 'shell@1', config: { command: 'echo told' } },
  ],
  edges: [
    { from: 'clean', to: 'ask' },
    { from: 'ask', port: 'approved', to: 'publish' },
    { from: 'ask', port: 'rejected', to: 'tell' },
  ],
};

const shell = (id, name, command, more = {}) => ({ id, name, operator: 'shell@1', config: { command }, ...more });

/** One that runs a few times, so that its grid has something to show. */
const stock = {
  format,
  id: 'store-stock',
  name: 'Store stock snapshot',
  settings: {
    alerts: [
      { on: ['failed'], connection: 'team_chat' },
      { on: ['failed', 'late'], lateAfterSec: 1800, connection: 'night_mail', to: 'nights@example.com' },
    ],
  },
  triggers: [{ id: 'quarter', type: 'every', everySec: 900 }],
  tasks: [
    shell('list', 'List stores', 'echo 12'),
    shell(
      'count',
      'Count stock',
      'n=$(cat "$DRAWLOOM_FILES/stock" 2>/dev/null || echo 0); echo $((n + 1)) > "$DRAWLOOM_FILES/stock"; sleep 0.$((n % 4)); test $((n % 5)) -ne 3',
    ),
    shell('store', 'Store counts', 'echo stored'),
  ],
  edges: [
    { from: 'list', to: 'count' },
    { from: 'count', to: 'store' },
  ],
};

/** One whose circuit opens by itself. */
const partner = {
  format,
  id: 'partner-feed',
  name: 'Partner feed',
  triggers: [{ id: 'often', type: 'every', everySec: 1 }],
  settings: { autoPauseAfterFailures: 2, maxActiveRuns: 1 },
  tasks: [shell('load', 'Load the feed', 'echo "connection reset by peer" >&2; exit 3')],
  edges: [],
};

/** One with problems of every kind. */
const unfinished = {
  format,
  id: 'refund-check',
  name: 'Refund check',
  triggers: [],
  tasks: [
    shell('read', 'Read refunds', ''),
    { id: 'score', name: 'Score', operator: 'python@1', config: { code: 'def main(inputs, run):\n    return {"rows": 0}\n' } },
    shell('warn', 'Warn the desk', 'echo {{ tasks.scoer.output.rows }}', { idempotent: 'no', retry: { max: 2 } }),
  ],
  edges: [
    { from: 'read', to: 'score' },
    { from: 'score', to: 'warn' },
  ],
};

/** The workflows with their folders. */
export const workflows = [
  { project: 'Retail', file: salesByCity },
  { project: 'Retail', file: stock },
  { project: 'Retail', file: unfinished },
  { project: 'Catalog', file: askFirst },
  { project: 'Catalog', file: partner },
];
