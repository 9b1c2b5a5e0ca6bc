import { InvalidArgumentError, Option, type Command } from 'commander';
import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Workflow, WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { noHistory } from '#domain/forecast/usual.ts';
import { compilePlan } from '#domain/run/plan.ts';
import { ManyRuns } from '#domain/simulation/many-runs.ts';
import { replay, type StoredRun } from '#domain/simulation/replay.ts';
import { prepareScenario } from '#domain/simulation/simulate-scenario.ts';
import { loadConfig } from '#server/boot/config.ts';
import { getRun } from '#server/runs/get.ts';
import { usualOf } from '#server/runs/usual.ts';
import { openStore } from '#server/store/open-store.ts';
import { Exit, exitCodes } from '../exit.ts';
import { parseScenario } from '../parse-scenario.ts';
import { printDifferences } from '../print-differences.ts';
import { printManyRuns } from '../print-many-runs.ts';
import { printRunSummary } from '../print-run-summary.ts';
import { collectParam } from '../read-params.ts';
import { readScenarioOptions, type ScenarioOptions } from '../read-scenario-options.ts';
import { readRunnable, readText } from '../read-workflow.ts';

/** How long an attempt takes that nothing is known of, ms. */
const unseenMs = 1;
const most = 100_000;

interface Options extends ScenarioOptions {
  outcomes?: string;
  times?: number;
  replay?: string;
  further: 'repeat' | 'success';
  json?: boolean;
}

/** `simulate FILE …`: the run machine with made-up outcomes and a virtual clock; nothing is executed. `--times` makes many runs by chance, `--replay` feeds a stored run to the file. */
export function addSimulate(program: Command): void {
  program
    .command('simulate')
    .description('run a workflow with made-up outcomes; nothing is executed')
    .argument('<file>', 'workflow.json')
    .option('--outcomes <file>', 'JSON: {"taskId": ["success" | "failed" | …]}, or a scenario; a missing task succeeds')
    .option('--fail <task=share>', 'how likely an attempt fails, 0 to 1; without a task: of all', collectParam, [])
    .option('--duration <task=ms>', 'how long an attempt takes; may be given several times', collectParam, [])
    .option('--param <name=value>', 'a param of the run; may be given several times', collectParam, [])
    .option('--pool <name=slots>', 'keep the limits, with a pool of this size; may be given several times', collectParam, [])
    .option('--seed <text>', 'decides what fails by chance')
    .option('--at <instant>', 'logical time of the run')
    .option('--times <n>', 'make so many runs and print odds and durations', (text) => {
      const times = Number(text);
      if (!Number.isInteger(times) || times < 1 || times > most) throw new InvalidArgumentError(`1 to ${most}`);
      return times;
    })
    .option('--replay <run>', 'id of a stored run: what would it have been with this file?')
    .addOption(
      new Option('--further <how>', 'with --replay: attempts that were not made then')
        .choices(['repeat', 'success'])
        .default('repeat'),
    )
    .option('--json', 'print JSON')
    .action(async (file: string, options: Options) => {
      if (file === '-' && options.outcomes === '-')
        throw new Exit(exitCodes.wrongUse, 'usage.stdin', 'Only one of the two files can be standard input.');
      if (options.replay !== undefined && options.times !== undefined)
        throw new Exit(exitCodes.wrongUse, 'usage.one-of', 'A replay is one run; leave --times or --replay away.');
      const workflow = readRunnable(file);
      const told = options.outcomes === undefined ? {} : parseScenario(readText(options.outcomes), workflow);
      const scenario = readScenarioOptions(options, told, workflow);
      const json = options.json === true;
      if (options.replay !== undefined) {
        const { stored, usual } = await readStored(options.replay);
        printDifferences(replay(workflow, stored, { given: scenario, usual, further: options.further }), json);
      } else if (options.times !== undefined) {
        const many = new ManyRuns(workflow, scenario, noHistory);
        many.add(options.times);
        printManyRuns(many.result(), json);
      } else {
        const { run, reason, tasks, attempts, makespanMs, stuck } = prepareScenario(
          workflow,
          scenario,
          noHistory,
          compilePlan(workflow),
          unseenMs,
        )(null);
        printRunSummary({ run, tasks, attempts, reason, makespanMs, stuck }, json);
      }
    });
}

/** A stored run of the database of this installation, with what its workflow usually takes. */
async function readStored(id: string) {
  const config = loadConfig();
  const store = await openStore({ url: config.databaseUrl, role: 'tool', durability: config.durability });
  try {
    const { run, definition, events, earlier } = await getRun(store, id, true);
    const workflowOf = (file: WorkflowFile): Workflow => {
      const parsed = parseWorkflow(file);
      if (parsed.ok) return parsed.workflow;
      throw new Exit(exitCodes.problems, 'run.definition', `What run ${run.number} ran cannot be read by this version.`);
    };
    const before = earlier.map((each) => ({ version: each.version, workflow: workflowOf(each.definition) }));
    const { version } = run;
    const workflow = workflowOf(definition);
    const stored: StoredRun = { workflow, version, earlier: before, events: events.map(({ event }) => event) };
    return { stored, usual: await usualOf(store, run.workflowId) };
  } finally {
    await store.close();
  }
}
