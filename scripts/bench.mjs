/* `npm run bench -- [NAME…] [--json]` */
import { runTypescript } from './typescript.mjs';

runTypescript('bench/main.ts');
