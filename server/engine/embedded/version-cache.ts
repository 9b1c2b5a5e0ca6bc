import { parseWorkflow } from '#domain/definition/parse.ts';
import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import type { RunRow, Store } from '#server/store/store.ts';
import { compileVersion, type CompiledVersion } from '../turn/compiled-version.ts';

/** Compiled versions, shared by their runs; the least used go when there are many. */
export class VersionCache {
  private readonly compiled = new Map<string, CompiledVersion>();
  private readonly newestOf = new Map<string, number>();

  constructor(
    private readonly store: Store,
    private readonly capacity = 500,
  ) {}

  /** The newest version of a workflow that is not deleted, ready to run; null when nothing is published. */
  async newest(workflowId: string): Promise<{ version: number; compiled: CompiledVersion } | null> {
    let newest = this.newestOf.get(workflowId);
    if (newest === undefined) {
      const row =
        (await this.store.workflows.get(workflowId))?.deletedAt === null ? await this.store.versions.newest(workflowId) : null;
      if (!row) return null;
      newest = row.version;
      this.compile(workflowId, row.version, row.definition);
      this.newestOf.set(workflowId, newest);
    }
    const kept = this.compiled.get(`${workflowId}@${newest}`);
    if (kept) return { version: newest, compiled: kept };
    this.newestOf.delete(workflowId);
    return this.newest(workflowId);
  }

  /** A workflow was published, deleted or brought back: what is newest is asked again. */
  changed(workflowId: string): void {
    this.newestOf.delete(workflowId);
  }

  /** The definition that a stored run runs. A draft's belongs to its run alone and is not kept. */
  async ofRun(row: Pick<RunRow, 'id' | 'workflowId' | 'version'>): Promise<CompiledVersion> {
    const kept = row.version > 0 ? this.compiled.get(`${row.workflowId}@${row.version}`) : undefined;
    if (kept) return kept;
    const definition = await this.store.runs.definition(row.id);
    if (!definition) throw new Error(`The definition of run ${row.id} is missing.`);
    return this.compile(row.workflowId, row.version, definition);
  }

  /** A version that runs were on before they were moved to a newer one. */
  async ofVersion(workflowId: string, version: number): Promise<CompiledVersion> {
    const kept = this.compiled.get(`${workflowId}@${version}`);
    if (kept) return kept;
    const row = await this.store.versions.get(workflowId, version);
    if (!row) throw new Error(`Version ${version} of ${workflowId} is missing.`);
    return this.compile(workflowId, version, row.definition);
  }

  /** The compiled form of a version (0: of a draft). */
  compile(workflowId: string, version: number, definition: WorkflowFile): CompiledVersion {
    const key = `${workflowId}@${version}`;
    const kept = version > 0 ? this.compiled.get(key) : undefined;
    if (kept) return kept;
    const parsed = parseWorkflow(definition);
    if (!parsed.ok) throw new Error(`Version ${version} of ${workflowId} cannot be read: ${parsed.problems[0]?.message ?? ''}`);
    const made = compileVersion(parsed.workflow);
    if (version > 0) {
      const [oldest] = this.compiled.keys();
      if (this.compiled.size >= this.capacity && oldest !== undefined) this.compiled.delete(oldest);
      this.compiled.set(key, made);
    }
    return made;
  }
}
