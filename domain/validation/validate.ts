import type { Problem } from '#domain/definition/problem.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import { makeContext, type Rule } from './context.ts';
import type { KnownWorkflow } from './known-workflow.ts';
import { alerts } from './rules/alerts.ts';
import { alwaysSkipped } from './rules/always-skipped.ts';
import { approvalForms } from './rules/approval-forms.ts';
import { caps } from './rules/caps.ts';
import { childParams } from './rules/child-params.ts';
import { commandTemplates } from './rules/command-templates.ts';
import { connections as connectionRule } from './rules/connections.ts';
import { configs } from './rules/configs.ts';
import { cycles } from './rules/cycles.ts';
import { duplicateIds } from './rules/duplicate-ids.ts';
import { edgeEnds } from './rules/edge-ends.ts';
import { edgePorts } from './rules/edge-ports.ts';
import { expressions } from './rules/expressions.ts';
import { failFast } from './rules/fail-fast.ts';
import { groups } from './rules/groups.ts';
import { maps } from './rules/maps.ts';
import { operators } from './rules/operators.ts';
import { paramsSchema } from './rules/params-schema.ts';
import { past } from './rules/past.ts';
import { retries } from './rules/retries.ts';
import { roles } from './rules/roles.ts';
import { shapes } from './rules/shapes.ts';
import { subWorkflows } from './rules/sub-workflows.ts';
import { timeouts } from './rules/timeouts.ts';
import { triggers } from './rules/triggers.ts';
import { unusedPorts } from './rules/unused-ports.ts';

/** Every rule, in the order in which its findings are listed within a level. */
const rules: readonly Rule[] = [
  caps,
  shapes,
  duplicateIds,
  edgeEnds,
  edgePorts,
  cycles,
  operators,
  configs,
  connectionRule,
  expressions,
  paramsSchema,
  triggers,
  groups,
  maps,
  roles,
  failFast,
  past,
  alwaysSkipped,
  commandTemplates,
  retries,
  timeouts,
  unusedPorts,
  alerts,
  approvalForms,
  subWorkflows,
  childParams,
];
const ranks = { error: 0, warning: 1, info: 2 };

/**
 * Every problem of a workflow that parses: errors first, then warnings, then infos. `catalog` holds the manifests of all operators there are.
 * `connections`: names of those there are, where somebody knows; without it none is called unknown.
 * `workflows`: those there are, where somebody knows.
 * Executes nothing (trust.md R3), never throws, costs far less than a second for 10,000 tasks.
 */
export function validate(
  workflow: Workflow,
  catalog: readonly Manifest[],
  connections: ReadonlySet<string> | null = null,
  workflows: ReadonlyMap<string, KnownWorkflow> | null = null,
): Problem[] {
  const context = makeContext(workflow, catalog, connections, workflows);
  const problems = rules.flatMap((rule) => [...rule(context)]);
  return problems.sort((a, b) => ranks[a.level] - ranks[b.level]);
}
