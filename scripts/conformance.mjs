/* `npm run conformance -- FILE…` */
import { runTypescript } from './typescript.mjs';

runTypescript('scripts/conformance/main.ts');
