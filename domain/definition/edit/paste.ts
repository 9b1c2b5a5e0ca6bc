import { parseWorkflowText } from '../parse.ts';
import type { Workflow } from '../schema/workflow.ts';
import { foreignSource } from './foreign-source.ts';
import { pasteFragment } from './paste-fragment.ts';
import { refuse, type EditResult } from './refused.ts';

/** About the size of a box, px: a fragment is centred by its boxes and not by their corners. */
const box: [number, number] = [184, 48];
/** Where a copy lies when no place is given, so that it does not hide what it came from, px. */
const aside = 48;

/**
 * Pastes a workflow file from the clipboard, the whole or a part of one (what copying writes). `at` is where its middle comes to lie, px. Foreign text is
 * refused with `paste.foreign`, a broken file with the code of its first problem. Triggers, params and settings are left out.
 */
export function paste(workflow: Workflow, { text, at }: { text: string; at?: [number, number] | undefined }): EditResult {
  if (!/^\s*\{/.test(text) || !text.includes('drawloom/workflow@')) return refuse('paste.foreign', foreignWords(text));
  const parsed = parseWorkflowText(text);
  if (!parsed.ok) {
    const [problem] = parsed.problems;
    return refuse(
      problem?.code ?? 'definition.value',
      `What the clipboard holds cannot be pasted: ${problem?.message ?? 'it cannot be read.'}`,
    );
  }
  const { tasks, edges, groups, notes, layout } = parsed.workflow;
  if (tasks.length === 0 && (notes ?? []).length === 0)
    return refuse('edit.empty', 'The clipboard holds a workflow without tasks.');
  const inside = new Set(tasks.map(({ id }) => id));
  const points = [
    ...Object.entries(layout?.positions ?? {})
      .filter(([id]) => inside.has(id))
      .map(([, point]) => point),
    ...(notes ?? []).map((note) => note.at),
  ];
  let shift: [number, number] = [aside, aside];
  if (at !== undefined && points.length > 0) {
    const middle = (axis: 0 | 1): number => {
      const values = points.map((point) => point[axis]);
      return Math.round((at[axis] - (Math.min(...values) + Math.max(...values) + box[axis]) / 2) / 4) * 4;
    };
    shift = [middle(0), middle(1)];
  }
  const whole = edges.filter(({ from, to }) => inside.has(from) && inside.has(to));
  return pasteFragment(workflow, { tasks, edges: whole, groups, notes, layout }, shift);
}

function foreignWords(text: string): string {
  const source = foreignSource(text);
  return source === null
    ? 'The clipboard holds no Drawloom tasks. Copy tasks from a workflow, or the text of a workflow file.'
    : `The clipboard holds ${source}, which cannot be pasted here. Draw its tasks, or paste the text of a Drawloom workflow file.`;
}
