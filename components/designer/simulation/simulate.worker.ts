import type { UsualDurations } from '#domain/forecast/usual.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { ManyRuns } from '#domain/simulation/many-runs.ts';
import type { Scenario } from '#domain/simulation/scenario.ts';
import { answerQuestion, type SimulationQuestion } from './simulation-question.ts';

/** Runs between two reports. */
const batch = 20;

// One question is answered with its number; of many runs the result so far is told again and again, until the page ends the worker.
self.addEventListener(
  'message',
  (
    event: MessageEvent<
      | { id: number; question: SimulationQuestion }
      | { id: number; many: { workflow: Workflow; scenario: Scenario; usual: UsualDurations; times: number } }
    >,
  ) => {
    const { data } = event;
    if ('question' in data) {
      self.postMessage({ id: data.id, answer: answerQuestion(data.question) });
      return;
    }
    try {
      const { workflow, scenario, usual, times } = data.many;
      const many = new ManyRuns(workflow, scenario, usual);
      while (many.runs < times) {
        many.add(Math.min(batch, times - many.runs));
        self.postMessage({ id: data.id, result: many.result() });
      }
    } catch (error) {
      self.postMessage({ id: data.id, fault: error instanceof Error ? error.message : String(error) });
    }
  },
);
