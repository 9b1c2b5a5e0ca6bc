import { format, resolveConfig } from 'prettier';
import { moves, movesByAct } from '#domain/run/moves.ts';
import { taskRunStatuses } from '#domain/run/status.ts';
import { transitions } from '#domain/run/transition.ts';

/** docs/state-machine.md: the run machine as its own tables tell it. */
export async function stateMachinePage(): Promise<string> {
  const arrows = (table: typeof moves) => taskRunStatuses.flatMap((from) => table[from].map((to) => `  ${from} --> ${to}`));
  const events = Object.values(transitions).map(
    ({ type, means, moves: own }) => `| \`${type}\` | ${means} | ${own.length === 0 ? '' : own.join('<br>')} |`,
  );
  const text = `# The run machine

Made by \`node scripts/state-machine.mjs\` from domain/run; do not edit.

## Events

Every event writes its own move first. Then come rounds (who is concerned is judged by the statuses as they stand, all
decisions are written together, until a round changes nothing), then the run's status. An event that is impossible or came
twice is refused with a code and changes nothing.

| event | means | moves of the task run |
|---|---|---|
${events.join('\n')}

## Statuses of a task run

\`\`\`mermaid
stateDiagram-v2
  [*] --> none
${arrows(moves).join('\n')}
\`\`\`

## What a person adds

Clearing and marking, the only way out of a finished status:

\`\`\`mermaid
stateDiagram-v2
${arrows(movesByAct).join('\n')}
\`\`\`
`;
  return format(text, { ...(await resolveConfig('docs/state-machine.md')), parser: 'markdown' });
}
