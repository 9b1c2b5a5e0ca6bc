import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Engine } from '#server/engine/embedded/engine.ts';
import { Refusal } from '#server/refusal.ts';

const by = 'command line';

/**
 * Stands in for the people of a run without a server, where nobody can be asked: with `approve` every question is approved,
 * its form filled in with its defaults; otherwise, or when the form wants more than that, the run is cancelled and `asked`
 * is told why. Gives a function that ends it.
 */
export function answerAlone(
  engine: Engine,
  { approve = false, asked = () => {} }: { approve?: boolean; asked?(task: string, words: string): void },
): () => void {
  return engine.subscribe((run, events) => {
    for (const event of events) {
      if (event.type !== 'attemptParked' || event.as !== 'awaiting_input') continue;
      const { task } = event;
      const giveUp = (words: string) => {
        asked(task, words);
        void engine.acts.cancel(run.facts.id, by).catch(() => {});
      };
      const id = [...run.attempts.values()].find((open) => open.task === task && open.index === event.index)?.id;
      if (!approve || id === undefined) {
        giveUp('A run without a server has nobody to ask, so it is cancelled. Give --approve to approve whatever is asked.');
        continue;
      }
      const none: JsonObject = {};
      engine.answer({ id, decision: 'approved', answers: none, comment: 'Approved by --approve.', by: null, byName: by }).then(
        () => asked(task, 'Approved, as --approve says.'),
        (error: unknown) =>
          giveUp(`It cannot be approved without a person: ${error instanceof Refusal ? error.message : String(error)}`),
      );
    }
  });
}
