import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMask } from './mask.ts';

const secret = 'p"ss/wörd+1';

describe('a mask', () => {
  it.each([
    ['raw', secret],
    ['JSON', JSON.stringify(secret).slice(1, -1)],
    ['JSON in JSON', JSON.stringify(JSON.stringify(secret)).slice(3, -3)],
    ['URL', encodeURIComponent(secret)],
  ])('finds a secret as %s', (_how, form) => {
    expect(createMask([secret]).text(`a ${form} b`)).toBe('a *** b');
  });

  it.each([0, 1, 2])('finds it in base64 behind %i bytes', (shift) => {
    const encoded = Buffer.from(`${'x'.repeat(shift)}${secret}yy`).toString('base64');
    const shown = createMask([secret]).text(encoded);
    expect(shown).toContain('***');
    expect(shown.length).toBeLessThan(encoded.length - 10);
  });

  it('finds every line of one that has several', () => {
    expect(createMask(['first line\nsecond line']).text('> second line <')).toBe('> *** <');
  });

  it('leaves no part of a secret, wherever a text is cut', () => {
    const secrets = fc.uniqueArray(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 8 }), {
      minLength: 1,
      maxLength: 3,
    });
    const pieces = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 }), { maxLength: 12 });
    fc.assert(
      fc.property(secrets, pieces, (hidden, parts) => {
        const mask = createMask(hidden);
        let held = '';
        let shown = '';
        for (const part of parts) {
          const text = held + part;
          const keep = mask.pending(text);
          held = text.slice(text.length - keep);
          shown += mask.text(text.slice(0, text.length - keep));
        }
        shown += mask.text(held);
        for (const one of hidden) expect(shown.replaceAll('***', '|')).not.toContain(one);
      }),
    );
  });
});
