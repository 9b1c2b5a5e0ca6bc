import { Copy, Download, FileStack, Pencil, Power, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { useCommands, type Command } from '#components/shell/commands.ts';
import { useReadOnly } from '../session/use-read-only.ts';
import { useSession } from '../session/workflow-session.ts';

/** Commands of those who may change the workflow. */
const changing = ['workflow.enabled', 'workflow.rename', 'workflow.duplicate', 'workflow.delete'];

const icon = { strokeWidth: 1.75 } as const;

/** What can be done with the whole workflow that is open, and its pages, in the palette under Ctrl K. `acts` must be memoised. */
export function useWorkflowCommands(acts: {
  name: string;
  rename: () => void;
  exportIt: (source: 'draft' | 'published') => void;
  duplicate: () => void;
  remove: () => void;
  setEnabled: (enabled: boolean) => void;
}): void {
  const { id, detail } = useSession();
  const { enabled } = detail.workflow;
  const readOnly = useReadOnly() !== null;
  const version = detail.published?.version ?? null;
  useCommands(
    'workflow',
    useMemo((): Command[] => {
      const group = 'Workflow';
      const page = (path: string, title: string): Command => ({
        id: `workflow.page${path}`,
        group,
        title: `${title} of this workflow`,
        icon: <FileStack {...icon} />,
        href: `/workflows/${encodeURIComponent(id)}${path}`,
      });
      const every: Command[] = [
        {
          id: 'workflow.enabled',
          group,
          title: `Switch ${acts.name} ${enabled ? 'off' : 'on'}`,
          words: 'enable disable pause schedule triggers',
          icon: <Power {...icon} />,
          run: () => acts.setEnabled(!enabled),
        },
        { id: 'workflow.rename', group, title: 'Rename the workflow…', icon: <Pencil {...icon} />, run: acts.rename },
        {
          id: 'workflow.export',
          group,
          title: 'Export the draft as JSON',
          words: 'download file',
          icon: <Download {...icon} />,
          run: () => acts.exportIt('draft'),
        },
        ...(version === null
          ? []
          : [
              {
                id: 'workflow.export.version',
                group,
                title: `Export version ${version} as JSON`,
                words: 'download file',
                icon: <Download {...icon} />,
                run: () => acts.exportIt('published'),
              },
            ]),
        { id: 'workflow.duplicate', group, title: 'Duplicate the workflow', icon: <Copy {...icon} />, run: acts.duplicate },
        {
          id: 'workflow.delete',
          group,
          title: 'Delete the workflow',
          note: 'can be undone',
          icon: <Trash2 {...icon} />,
          run: acts.remove,
        },
        page('', 'Drawing'),
        page('/triggers', 'Triggers'),
        page('/runs', 'Runs'),
        page('/grid', 'Grid'),
        page('/versions', 'Versions'),
      ];
      return readOnly ? every.filter(({ id }) => !changing.includes(id)) : every;
    }, [acts, id, enabled, version, readOnly]),
  );
}
