import { describe, expect, it } from 'vitest';
import { noHistory, record, redo, settle, undo, type History } from './history.ts';

describe('history', () => {
  it('goes back and forth, and forgets what was taken back at the next change', () => {
    let h: History<string> = record(noHistory, 'a', 'to b', null);
    h = record(h, 'b', 'to c', null);
    const back = undo(h, 'c');
    expect(back).toMatchObject({ state: 'b', label: 'to c' });
    const forth = redo(back?.history ?? noHistory, 'b');
    expect(forth?.state).toBe('c');
    expect(record(back?.history ?? h, 'b', 'to d', null).future).toEqual([]);
    expect(undo(noHistory, 'a')).toBeNull();
    expect(redo(h, 'c')).toBeNull();
  });

  it('keeps what is typed in one field as one step, until the field is left', () => {
    let h: History<string> = record(noHistory, '', 'edit Query', 'query');
    h = record(h, 's', 'edit Query', 'query');
    h = record(h, 'se', 'edit Query', 'query');
    expect(h.past).toHaveLength(1);
    expect(undo(h, 'sel')?.state).toBe('');
    h = record(settle(h), 'sel', 'edit Query', 'query');
    expect(h.past).toHaveLength(2);
  });

  it('does not let a gesture grow over an undo', () => {
    const h = record<string>(noHistory, 'a', 'edit', 'f');
    const back = undo(h, 'b');
    expect(record(back?.history ?? h, 'a', 'edit', 'f').past).toHaveLength(1);
  });
});
