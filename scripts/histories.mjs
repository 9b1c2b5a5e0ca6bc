/* `node scripts/histories.mjs`: records the histories that domain/run/histories does not have yet. */
import { runTypescript } from './typescript.mjs';

runTypescript('scripts/histories/main.ts');
