import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Json } from '#domain/definition/schema/json.ts';
import type { TableJob } from '#operators/table-job.ts';
import { replaceFile } from './replace-file.ts';
import { runQuery, TransformFailure } from './run-query.ts';

/* The program of a transformation, and of the tables that the operator File reads and writes: native work in a process of its own, which can be ended, outlives the engine and is adopted. */
const attempt = path.dirname(process.env.DRAWLOOM_INPUT!);

function answer(value: Json): void {
  const place = process.env.DRAWLOOM_OUTPUT!;
  writeFileSync(`${place}.part`, JSON.stringify(value));
  renameSync(`${place}.part`, place);
}

try {
  const job = JSON.parse(readFileSync(path.join(attempt, 'transform.json'), 'utf8')) as TableJob;
  const made = job.file ? path.join(attempt, 'table') : null;
  const target = job.artifact === null ? made : path.join(process.env.DRAWLOOM_ARTIFACTS!, job.artifact);
  const { rows, count } = await runQuery(job, target);
  console.log(`${count} ${count === 1 ? 'row' : 'rows'}`);
  if (job.file && made !== null) answer({ path: job.file.shown, bytes: replaceFile(job.file.place, made), rows: count });
  else answer(rows ?? { $artifact: job.artifact!, rows: count });
  process.exit(0);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(message);
  const known = error instanceof TransformFailure;
  // The same tables and the same query fail the same way.
  answer({ $error: { code: known ? error.code : 'sql', message: message.split('\n')[0]!.slice(0, 500), retry: 'never' } });
  process.exit(1);
}
