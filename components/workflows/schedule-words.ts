import { zonePlace } from '#components/shell/zone-words.ts';
import type { WorkflowItem } from './workflow-item.ts';

/** What starts a workflow, in words; the zone is said where it is not the person's own. */
export function scheduleWords(workflow: Pick<WorkflowItem, 'triggers'>, zone: string): string {
  const triggers = workflow.triggers.filter((t) => t.enabled);
  const shown = triggers.length > 0 ? triggers : workflow.triggers;
  if (shown.length === 0) return 'By hand';
  return shown
    .map((t, i) => {
      const words = i === 0 ? t.words : t.words.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase());
      return t.timezone === zone || t.type === 'every' || t.type === 'continuous' ? words : `${words}, ${zonePlace(t.timezone)}`;
    })
    .join('; ');
}
