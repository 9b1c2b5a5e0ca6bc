import { expect, it } from 'vitest';
import { createSimulationStore } from './simulation-store.ts';

it('keeps what is assumed of each task, and forgets it', () => {
  const store = createSimulationStore();
  const { assume, assumeTask, forget } = store.getState();
  assumeTask('outcomes', 'a', ['failed']);
  assumeTask('outcomes', 'b', ['skipped']);
  assumeTask('failures', 'a', 0.2);
  assume({ seed: '7' });
  expect(store.getState().scenario).toEqual({ outcomes: { a: ['failed'], b: ['skipped'] }, failures: { a: 0.2 }, seed: '7' });
  assumeTask('outcomes', 'a', undefined);
  assumeTask('failures', 'a', undefined);
  assume({ seed: undefined });
  expect(store.getState().scenario).toEqual({ outcomes: { b: ['skipped'] } });
  forget();
  expect(store.getState().scenario).toEqual({});
});
