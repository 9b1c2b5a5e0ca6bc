import type { Draft, Version, Workflow } from '../generated/sqlite/client.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import type { DraftRow, VersionRow, WorkflowRow } from '../store.ts';
import { instant } from './instant.ts';

/** A stored workflow as the store's callers see it. */
export const workflowRow = (row: Workflow): WorkflowRow => ({
  id: row.id,
  project: row.project,
  name: row.name,
  tags: JSON.parse(row.tags) as string[],
  enabled: row.enabled,
  version: row.version,
  createdAt: Number(row.createdAt),
  updatedAt: Number(row.updatedAt),
  deletedAt: instant(row.deletedAt),
  createdBy: row.createdBy,
});

/** A stored draft with its definition parsed. */
export const draftRow = (row: Draft): DraftRow => ({
  workflowId: row.workflowId,
  revision: row.revision,
  definition: JSON.parse(row.definition) as WorkflowFile,
  baseVersion: row.baseVersion,
  savedAt: Number(row.savedAt),
  savedBy: row.savedBy,
});

/** A stored version without its definition, which lists do not load. */
export const versionHead = (row: Omit<Version, 'definition'>): Omit<VersionRow, 'definition'> => ({
  workflowId: row.workflowId,
  version: row.version,
  hash: row.hash,
  message: row.message,
  publishedAt: Number(row.publishedAt),
  publishedBy: row.publishedBy,
});

/** A stored version with its definition parsed. */
export const versionRow = (row: Version): VersionRow => ({
  ...versionHead(row),
  definition: JSON.parse(row.definition) as WorkflowFile,
});
