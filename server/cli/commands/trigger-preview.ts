import { Option, type Command } from 'commander';
import { triggerSchema } from '#domain/definition/schema/workflow.ts';
import { checkTrigger } from '#domain/trigger/check-trigger.ts';
import { occurrences } from '#domain/trigger/occurrences.ts';
import { Exit, exitCodes } from '../exit.ts';

interface Options {
  cron: string[];
  timezone: string;
  gap: string;
  overlap: string;
  from?: string;
  count: string;
  json?: boolean;
}

/** UTC instant as the tables write it: whole seconds, `Z`. */
const utc = (ms: number) => new Date(ms).toISOString().replace('.000Z', 'Z');
const collect = (value: string, all: string[]) => [...all, value];

/** `trigger preview --cron … --timezone …`: the next instants of a schedule, without a server. */
export function addTriggerPreview(program: Command): void {
  const trigger = program.command('trigger').description('schedules');
  trigger
    .command('preview')
    .description('print the instants at which a schedule falls due')
    .requiredOption('--cron <expression>', 'cron expression; may be given several times, their union counts', collect, [])
    .option('--timezone <zone>', 'IANA zone', 'UTC')
    .addOption(
      new Option('--gap <policy>', 'a wall time that does not exist').choices(['shift', 'start', 'skip']).default('shift'),
    )
    .addOption(
      new Option('--overlap <policy>', 'a wall time that comes twice').choices(['first', 'second', 'both']).default('first'),
    )
    .option('--from <instant>', 'first instant, included (default: now)')
    .option('--count <n>', 'how many', '20')
    .option('--json', 'print {"occurrences": […]}')
    .action((options: Options) => {
      const fromMs = options.from === undefined ? Date.now() : Date.parse(options.from);
      const wrong: { code: string; message: string }[] = [];
      if (!Number.isFinite(fromMs))
        wrong.push({ code: 'usage.from', message: `--from ${options.from} is no instant; write 2027-03-24T00:00:00Z.` });
      const count = Number(options.count);
      if (!Number.isInteger(count) || count < 1 || count > 100_000)
        wrong.push({ code: 'usage.count', message: '--count is a whole number from 1 to 100,000.' });
      const parsed = triggerSchema.safeParse({
        id: 'preview',
        type: 'cron',
        cron: options.cron,
        timezone: options.timezone,
        dst: { gap: options.gap, overlap: options.overlap },
      });
      // Without a workflow, `H` is seeded by the cron text itself.
      const seed = options.cron.join('\n');
      if (!parsed.success)
        wrong.push({ code: 'usage.trigger', message: parsed.error.issues.map((issue) => issue.message).join('; ') });
      else wrong.push(...checkTrigger(parsed.data, seed).filter(({ level }) => level === 'error'));
      if (!parsed.success || wrong.length > 0) throw refusalOf(wrong);
      const instants = occurrences(parsed.data, { fromMs, count }, seed).map((occurrence) => utc(occurrence.at));
      process.stdout.write(options.json ? `${JSON.stringify({ occurrences: instants })}\n` : `${instants.join('\n')}\n`);
    });
}

/** All that is wrong, a line each with its code once. Wrong use, unless only the schedule itself is wrong. */
function refusalOf(wrong: readonly { code: string; message: string }[]): Exit {
  const [first, ...others] = wrong;
  const usage = wrong.some(({ code }) => code.startsWith('usage.'));
  return new Exit(
    usage ? exitCodes.wrongUse : exitCodes.problems,
    first?.code ?? 'usage.trigger',
    [first?.message ?? '', ...others.map(({ code, message }) => `${code}: ${message}`)].join('\n'),
  );
}
