import type { WorkflowFile } from '#domain/definition/schema/workflow.ts';
import { Refusal } from '#server/refusal.ts';
import type { DraftRow, Store } from '#server/store/store.ts';
import type { Pages } from './pages.ts';

/** A person who edits: saves one draft again and again through the pages, which write it to the database themselves. */
export class Editor {
  /** Number of the last edit that was acknowledged. */
  saved = 0;
  readonly violations: string[] = [];
  private sent = 0;

  constructor(
    private readonly pages: Pages,
    private readonly workflow: WorkflowFile,
    private revision: number,
  ) {}

  /** One save. Unheard answers leave open whether it counts; the next save's conflict tells. */
  async save(): Promise<void> {
    const edit = ++this.sent;
    try {
      const { revision } = (await this.pages.mutate('drafts.save', {
        workflowId: this.workflow.id,
        baseRevision: this.revision,
        definition: { ...this.workflow, description: String(edit) },
      })) as { revision: number };
      this.revision = revision;
      this.saved = edit;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status === 503) return;
      const current = error.code === 'draft.conflict' ? (error.details as { current?: DraftRow }).current : undefined;
      if (!current) this.violations.push(`${error.code}: ${error.message}`);
      else {
        this.look(current);
        this.revision = current.revision;
      }
    }
  }

  /** Whether what was acknowledged is there. */
  async judge(store: Store): Promise<void> {
    const draft = await store.drafts.get(this.workflow.id);
    if (draft) this.look(draft);
    else this.violations.push('the draft is gone');
  }

  private look({ definition, revision }: Pick<DraftRow, 'definition' | 'revision'>): void {
    const edit = Number(definition.description ?? 0);
    if (edit < this.saved || revision < this.revision)
      this.violations.push(
        `edit ${this.saved} was acknowledged as revision ${this.revision}, the draft is edit ${edit}, ${revision}`,
      );
  }
}
