import { writeFileSync } from 'node:fs';
import { schemaText } from './schema-text.ts';

const file = new URL('../../public/workflow-1.schema.json', import.meta.url);
writeFileSync(file, schemaText());
process.stdout.write('public/workflow-1.schema.json is written.\n');
