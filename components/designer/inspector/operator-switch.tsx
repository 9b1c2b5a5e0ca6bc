import { ChevronDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { OperatorIcon } from '#components/canvas/nodes/operator-icon.tsx';
import { useCommands, type Command } from '#components/shell/commands.ts';
import { ListPicker } from '#components/ui/list-picker.tsx';
import type { Edit } from '#domain/definition/edit/edit.ts';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Task } from '#domain/definition/schema/workflow.ts';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';
import { keptConfigs } from './kept-configs.ts';

/** The operator of a task, and the way to another one. The config of the one that is left is kept and comes back with it. */
export function OperatorSwitch({ task }: { task: Task }) {
  const { id, catalog, manifests } = useSession();
  const edit = useDesigner((s) => s.edit);
  const say = useDesigner((s) => s.say);
  const [at, setAt] = useState<{ x: number; y: number } | null>(null);
  const name = task.name ?? task.id;
  useCommands(
    'operator',
    useMemo(
      (): Command[] => [
        {
          id: 'task.operator',
          group: 'Drawing',
          title: `Change the operator of ${name}…`,
          run: () => setAt({ x: innerWidth - 360, y: 96 }),
        },
      ],
      [name],
    ),
  );
  const change = (manifest: Manifest): void => {
    const operator = `${manifest.type}@${manifest.version}`;
    if (operator === task.operator) return;
    keptConfigs.keep(id, task.id, task.operator, task.config);
    const kept = keptConfigs.find(id, task.id, operator);
    const edits: Edit[] = [{ type: 'set-operator', task: task.id, operator, config: kept ?? structuredClone(manifest.defaults) }];
    // A name that nobody has given follows the operator.
    const title = manifests.get(task.operator)?.title;
    if (title !== undefined && new RegExp(`^${title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\d+)?$`).test(name))
      edits.push({ type: 'rename', id: task.id, name: manifest.title });
    edit(edits, { label: `operator of ${name}` });
    say(`${name} is ${manifest.title} now.${kept === null ? '' : ' Its config of before is back.'}`);
  };
  return (
    <>
      <button
        type="button"
        aria-label={`Operator ${task.operator}, change`}
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          setAt({ x: box.left, y: box.bottom + 4 });
        }}
        className="ml-1 inline-flex items-center gap-0.5 rounded-mark px-0.5 whitespace-nowrap hover:bg-hover hover:text-ink"
      >
        · {task.operator}
        <ChevronDown className="size-3" strokeWidth={1.75} aria-hidden />
      </button>
      {at === null ? null : (
        <ListPicker
          title={`What shall ${name} be?`}
          at={at}
          items={catalog.map((m) => ({
            id: `${m.type}@${m.version}`,
            title: m.title,
            note: keptConfigs.find(id, task.id, `${m.type}@${m.version}`) === null ? m.description : 'With the config it had.',
            words: `${m.type} ${m.group}`,
            icon: <OperatorIcon name={m.icon} />,
            ...(`${m.type}@${m.version}` === task.operator ? { impossible: 'It is that now.' } : {}),
          }))}
          onClose={() => setAt(null)}
          onPick={(operator) => {
            setAt(null);
            const manifest = manifests.get(operator);
            if (manifest !== undefined) change(manifest);
          }}
        />
      )}
    </>
  );
}
