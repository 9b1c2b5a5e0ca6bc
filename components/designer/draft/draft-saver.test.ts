import { describe, expect, it } from 'vitest';
import { stripDefaults } from '#domain/definition/canonical.ts';
import { parseWorkflow } from '#domain/definition/parse.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { createDraftSaver, type SaveFault } from './draft-saver.ts';

function workflow(name: string): Workflow {
  const parsed = parseWorkflow({ format: 'drawloom/workflow@1', id: 'w', name, triggers: [], tasks: [], edges: [] });
  if (!parsed.ok) throw new Error('not a workflow');
  return parsed.workflow;
}
const fileOf = (name: string) => stripDefaults(workflow(name));
/** A world whose clock and server are in the test's hand. */
function world() {
  let now = 1000;
  const timers: { run: () => void; at: number }[] = [];
  const calls: {
    base: number;
    name: string;
    answer: (r: { revision: number; savedAt: number }) => void;
    fail: (f: SaveFault) => void;
  }[] = [];
  const kept: (string | null)[] = [];
  const saver = createDraftSaver(7, 500, null, {
    save: (base, definition) =>
      new Promise((resolve, reject) => {
        calls.push({ base, name: definition.name, answer: resolve, fail: reject });
      }),
    fault: (error) => error as SaveFault,
    keep: (value) => kept.push(value === null ? null : value.workflow.name),
    later(run, ms) {
      const timer = { run, at: now + ms };
      timers.push(timer);
      return () => {
        const i = timers.indexOf(timer);
        if (i >= 0) timers.splice(i, 1);
      };
    },
    now: () => now,
  });
  const pass = (ms: number): void => {
    now += ms;
    for (const timer of timers.filter((t) => t.at <= now)) {
      timers.splice(timers.indexOf(timer), 1);
      timer.run();
    }
  };
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 6; i++) await Promise.resolve();
  };
  return { saver, calls, kept, pass, settle };
}

describe('createDraftSaver', () => {
  it('saves once after a pause, and forgets the copy in the browser then', async () => {
    const { saver, calls, kept, pass, settle } = world();
    saver.change(workflow('a'));
    pass(300);
    saver.change(workflow('ab'));
    pass(300);
    expect(calls).toHaveLength(0);
    pass(300);
    expect(calls.map((c) => [c.base, c.name])).toEqual([[7, 'ab']]);
    expect(kept.at(-1)).toBe('ab');
    calls[0]?.answer({ revision: 8, savedAt: 2000 });
    await settle();
    expect(saver.state()).toEqual({ kind: 'saved', at: 2000 });
    expect([saver.revision(), kept.at(-1)]).toEqual([8, null]);
  });

  it('does not wait for ever on somebody who never pauses', () => {
    const { saver, calls, pass } = world();
    for (let i = 0; i < 8; i++) {
      saver.change(workflow(`n${i}`));
      pass(500);
    }
    expect(calls.length).toBeGreaterThan(0);
  });

  it('sends what changed during a save afterwards, over the new revision', async () => {
    const { saver, calls, pass, settle } = world();
    saver.change(workflow('a'));
    pass(600);
    saver.change(workflow('b'));
    pass(5000);
    expect(calls).toHaveLength(1);
    calls[0]?.answer({ revision: 8, savedAt: 1 });
    await settle();
    pass(600);
    expect(calls.map((c) => [c.base, c.name])).toEqual([
      [7, 'a'],
      [8, 'b'],
    ]);
  });

  it('keeps everything while nobody answers, and saves when somebody does', async () => {
    const { saver, calls, kept, pass, settle } = world();
    saver.change(workflow('a'));
    pass(600);
    calls[0]?.fail({ kind: 'away' });
    await settle();
    expect(saver.state()).toEqual({ kind: 'away', since: 1600 });
    saver.change(workflow('b'));
    expect(kept.at(-1)).toBe('b');
    pass(2000);
    expect(calls).toHaveLength(2);
    calls[1]?.fail({ kind: 'away' });
    await settle();
    expect(saver.state()).toEqual({ kind: 'away', since: 1600 });
    saver.retry();
    calls[2]?.answer({ revision: 8, savedAt: 9 });
    await settle();
    expect(saver.state()).toEqual({ kind: 'saved', at: 9 });
    expect(calls[2]?.name).toBe('b');
  });

  it('stops at a conflict until one of the two is chosen', async () => {
    for (const choice of ['mine', 'theirs'] as const) {
      const { saver, calls, pass, settle } = world();
      saver.change(workflow('mine'));
      pass(600);
      calls[0]?.fail({ kind: 'conflict', theirs: { revision: 12, definition: workflow('theirs'), savedAt: 77 } });
      await settle();
      expect(saver.state().kind).toBe('conflict');
      saver.change(workflow('mine, more'));
      pass(5000);
      expect(calls).toHaveLength(1);
      saver.resolve(choice);
      await settle();
      if (choice === 'mine') expect([calls[1]?.base, calls[1]?.name]).toEqual([12, 'mine, more']);
      else expect([saver.state(), saver.revision()]).toEqual([{ kind: 'saved', at: 77 }, 12]);
    }
  });

  it('flushes before publishing, and says why it cannot', async () => {
    const { saver, calls, settle } = world();
    expect(await saver.flush()).toBe(7);
    saver.change(workflow('a'));
    const flushed = saver.flush();
    calls[0]?.answer({ revision: 8, savedAt: 1 });
    expect(await flushed).toBe(8);
    saver.change(workflow('b'));
    const refused = saver.flush();
    calls[1]?.fail({ kind: 'refused', message: 'No.' });
    await expect(refused).rejects.toThrow('No.');
    await settle();
    expect(saver.state()).toEqual({ kind: 'refused', message: 'No.' });
  });

  it('keeps what is typed after the session has ended, and sends the latest once somebody has signed in', async () => {
    const { saver, calls, pass, kept } = world();
    saver.change(workflow('one'));
    pass(600);
    calls[0]!.fail({ kind: 'signed-out' });
    await Promise.resolve();
    await Promise.resolve();
    expect(saver.state()).toEqual({ kind: 'signed-out' });
    saver.change(workflow('two'));
    pass(60_000);
    expect([calls.length, kept.at(-1)]).toEqual([1, 'two']);
    saver.retry();
    expect(calls[1]).toMatchObject({ base: 7, name: 'two' });
  });

  it('knows its own save again whose answer was lost, and goes on after it', async () => {
    const { saver, calls, kept, pass, settle } = world();
    saver.change(workflow('lost'));
    pass(600);
    calls[0]?.fail({ kind: 'away' });
    await settle();
    saver.change(workflow('more'));
    saver.retry();
    calls[1]?.fail({ kind: 'conflict', theirs: { revision: 8, definition: fileOf('lost'), savedAt: 900 } });
    await settle();
    pass(600);
    expect(calls[2]).toMatchObject({ base: 8, name: 'more' });
    calls[2]?.answer({ revision: 9, savedAt: 950 });
    await settle();
    expect(saver.state()).toEqual({ kind: 'saved', at: 950 });
    expect(kept.at(-1)).toBeNull();
  });

  it('is saved when what it was refused for stands already', async () => {
    const { saver, calls, pass, settle } = world();
    saver.change(workflow('same'));
    pass(600);
    calls[0]?.fail({ kind: 'conflict', theirs: { revision: 8, definition: fileOf('same'), savedAt: 900 } });
    await settle();
    expect(saver.state()).toEqual({ kind: 'saved', at: 900 });
    expect(saver.revision()).toBe(8);
  });
});
