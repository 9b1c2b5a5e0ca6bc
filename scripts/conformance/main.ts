import { judgeFile } from './judge-file.ts';

/** `npm run conformance -- FILE…`: tables made by a real Airflow. Exit code 1 for a mismatch, 2 for a file that cannot be read. */
const files = process.argv.slice(2);
if (files.length === 0) {
  process.stderr.write('Name one or more tables: npm run conformance -- domain/fixtures/airflow/*.jsonl\n');
  process.exitCode = 2;
}
for (const file of files) {
  try {
    const { cases, notBuilt, mismatches } = judgeFile(file);
    process.stdout.write(`${file}: ${cases} cases, ${mismatches.length} mismatches\n`);
    if (notBuilt > 0) process.stdout.write(`${file}: ${notBuilt} cases not built\n`);
    for (const { id, expected, got } of mismatches)
      process.stdout.write(`  ${id}\n    expected ${JSON.stringify(expected)}\n    got      ${JSON.stringify(got)}\n`);
    if (mismatches.length > 0 && process.exitCode !== 2) process.exitCode = 1;
  } catch (error) {
    process.stderr.write(`${file}: ${(error as Error).message}\n`);
    process.exitCode = 2;
  }
}
