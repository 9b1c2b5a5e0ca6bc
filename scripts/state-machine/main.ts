import { writeFileSync } from 'node:fs';
import { stateMachinePage } from './page.ts';

writeFileSync('docs/state-machine.md', await stateMachinePage());
