/* `node scripts/state-machine.mjs`: writes docs/state-machine.md from the tables of the run machine. */
import { runTypescript } from './typescript.mjs';

runTypescript('scripts/state-machine/main.ts');
