import { canonicalText } from './canonical.ts';
import { utf8 } from './json/utf8.ts';
import type { Workflow, WorkflowFile } from './schema/workflow.ts';
import { sha256 } from './sha256.ts';

/** Name of a definition's meaning: SHA-256 (64 hex digits) over its canonical text without the layout. Moving a box does not change it. */
export function definitionHash(workflow: Workflow | WorkflowFile): string {
  return sha256(utf8(canonicalText({ ...workflow, layout: undefined })));
}
