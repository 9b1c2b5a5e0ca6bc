import { teaches } from './teaches.ts';
import { readExamples } from './read-example.ts';

/** What a gallery shows of an example: its first paragraph, and enough of its tasks and edges to draw it small. */
export interface ExampleSummary {
  id: string;
  name: string;
  description: string;
  tasks: { id: string; operator: string }[];
  edges: { from: string; to: string }[];
  triggers: number;
  /** What is to be seen in it: `retries`, `a branch`. */
  teaches: string[];
}

/** Every example, for the gallery. */
export function listExamples(): ExampleSummary[] {
  return readExamples().map((workflow) => {
    const { id, name, description, tasks, edges, triggers } = workflow;
    return {
      id,
      name,
      description: description?.split('\n\n')[0] ?? '',
      tasks: tasks.map(({ id: task, operator }) => ({ id: task, operator })),
      edges: edges.map(({ from, to }) => ({ from, to })),
      triggers: triggers.length,
      teaches: teaches(workflow),
    };
  });
}
