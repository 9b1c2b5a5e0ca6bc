import { parentPort } from 'node:worker_threads';
import { evaluateCondition } from '#domain/expression/evaluate-condition.ts';
import type { Json, JsonObject } from '#domain/definition/schema/json.ts';

/* Evaluates conditions beside the engine's loop: CEL has no step limit, so whoever asks ends this thread when it takes too long. */
export interface ConditionAsked {
  condition: string;
  scope: JsonObject;
}
export type ConditionAnswer = { type: 'ready' } | { type: 'value'; value: Json } | { type: 'fault'; message: string };

const answer = (message: ConditionAnswer) => parentPort!.postMessage(message);
parentPort!.on('message', ({ condition, scope }: ConditionAsked) => {
  try {
    answer({ type: 'value', value: evaluateCondition(condition, scope) });
  } catch (error) {
    answer({ type: 'fault', message: error instanceof Error ? error.message : String(error) });
  }
});
answer({ type: 'ready' });
