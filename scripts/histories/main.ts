import { existsSync, writeFileSync } from 'node:fs';
import { compilePlan } from '#domain/run/plan.ts';
import { fold } from '#domain/run/fold.ts';
import { runView, taskRuns } from '#domain/run/read.ts';
import { stories } from './stories.ts';

/** Records what is not recorded yet. A history that stands is never written again: it says what the machine has promised. */
for (const [name, tell] of Object.entries(stories)) {
  const file = `domain/run/histories/${name}.json`;
  if (existsSync(file)) continue;
  const { workflow, events } = tell();
  const plan = compilePlan(workflow);
  const state = fold(plan, events);
  writeFileSync(
    file,
    `${JSON.stringify({ workflow, events, run: runView(plan, state), taskRuns: taskRuns(plan, state) }, null, 1)}\n`,
  );
  process.stdout.write(`recorded ${file}\n`);
}
