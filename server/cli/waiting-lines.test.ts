import { expect, it } from 'vitest';
import { waitingLines } from './waiting-lines.ts';

it('gives a line for each condition, and for the instant that is expected', () => {
  const reasons = [
    { code: 'a', message: 'Waits for a.' },
    { code: 'b', message: 'Waits for b.' },
  ];
  expect(
    waitingLines(
      [
        { task: 'x', reasons, expectedAt: 190_000 },
        { task: 'y', index: 2, reasons: [reasons[0]!] },
      ],
      10_000,
    ),
  ).toEqual(['x: Waits for a.', 'x: Waits for b.', 'x: Begins in about 3 min.', 'y[2]: Waits for a.']);
  expect(waitingLines([], 0)).toEqual(['Nothing waits.']);
});
