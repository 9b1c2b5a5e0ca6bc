import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newRun } from './new-run.ts';
import { RunProgress } from './run-progress.ts';
import { arbitraryWorkflow } from './testing/arbitrary-workflow.ts';
import { ChanceHost } from './testing/chance-host.ts';
import { plainState } from './testing/plain-state.ts';
import { transition } from './transition.ts';

test('a run that goes on answers as repeated transitions do, refusals among them, and states given out stay as they were', () => {
  fc.assert(
    fc.property(
      arbitraryWorkflow,
      fc.array(fc.nat(100_000), { maxLength: 80 }),
      fc.array(fc.nat(7), { minLength: 1, maxLength: 20 }),
      (workflow, chance, looks) => {
        const { plan, events } = new ChanceHost(workflow, chance).run();
        const progress = new RunProgress(plan, newRun(plan));
        let state = progress.state;
        const given: { state: typeof state; plain: unknown }[] = [];
        // Each event twice, and now and then one from long ago: most of those are refused.
        events.forEach((event, at) => {
          for (const each of [event, event, events[Math.floor(at / 2)]!]) {
            const answer = transition(plan, state, each);
            const { refused, effects } = progress.step(each);
            expect(refused).toBe(answer.ok ? null : answer.refused);
            expect(effects).toEqual(answer.ok ? answer.effects : []);
            if (answer.ok) state = answer.state;
          }
          if (looks[at % looks.length] !== 0) return;
          expect(plainState(plan, progress.state)).toEqual(plainState(plan, state));
          given.push({ state: progress.state, plain: plainState(plan, progress.state) });
        });
        expect(plainState(plan, progress.state)).toEqual(plainState(plan, state));
        for (const { state: old, plain } of given) expect(plainState(plan, old)).toEqual(plain);
      },
    ),
    { numRuns: 100 },
  );
});
