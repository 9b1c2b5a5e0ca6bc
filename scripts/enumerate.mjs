/* `node scripts/enumerate.mjs [SIZE]`: the full enumeration of small workflows, four tasks by default, outside the gate. */
import { runTypescript } from './typescript.mjs';

runTypescript('scripts/enumerate/main.ts');
