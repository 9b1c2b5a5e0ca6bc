/* `npm run chaos -- [--kills N] [--seed S] [--json]`: kills the product's processes at random and judges it by ledgers. */
import { runTypescript } from './typescript.mjs';

runTypescript('scripts/chaos/main.ts');
