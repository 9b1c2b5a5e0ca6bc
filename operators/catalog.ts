import type { Manifest } from './manifest.ts';
import { approvalOperator } from './approval/approval.operator.ts';
import { branchOperator } from './branch/branch.operator.ts';
import { fileOperator } from './file/file.operator.ts';
import { httpOperator } from './http/http.operator.ts';
import { javascriptOperator } from './javascript/javascript.operator.ts';
import { latestOnlyOperator } from './latest-only/latest-only.operator.ts';
import { noopOperator } from './noop/noop.operator.ts';
import { notifyOperator } from './notify/notify.operator.ts';
import { pythonOperator } from './python/python.operator.ts';
import { shellOperator } from './shell/shell.operator.ts';
import { shortCircuitOperator } from './short-circuit/short-circuit.operator.ts';
import { sqlOperator } from './sql/sql.operator.ts';
import { subWorkflowOperator } from './sub-workflow/sub-workflow.operator.ts';
import { transformOperator } from './transform/transform.operator.ts';
import { waitOperator } from './wait/wait.operator.ts';

/** Every built-in operator, in the order of the palette. */
export const catalog: Manifest[] = [
  shellOperator,
  pythonOperator,
  javascriptOperator,
  sqlOperator,
  transformOperator,
  httpOperator,
  fileOperator,
  notifyOperator,
  branchOperator,
  shortCircuitOperator,
  latestOnlyOperator,
  waitOperator,
  approvalOperator,
  subWorkflowOperator,
  noopOperator,
];
