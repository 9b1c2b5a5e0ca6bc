import type { InProcessRunner } from '#operators/manifest.ts';

export const runner: InProcessRunner = { kind: 'in-process', run: () => ({ type: 'done' }) };
