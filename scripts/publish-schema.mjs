/* `node scripts/publish-schema.mjs`: writes public/workflow-1.schema.json from the schema of the definition. */
import { runTypescript } from './typescript.mjs';

runTypescript('scripts/publish-schema/main.ts');
