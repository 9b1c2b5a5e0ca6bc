import { Copy, Ellipsis, EyeOff, Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Task } from '#domain/definition/schema/workflow.ts';
import { OperatorIcon } from '#components/canvas/nodes/operator-icon.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { MenuItem } from '#components/ui/menu-item.tsx';
import { MenuLine } from '#components/ui/menu-line.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { toast } from '#components/ui/toast.ts';
import type { DesignActs } from '../canvas/design-acts.ts';
import { useDesigner } from '../session/use-designer.ts';
import { useReadOnly } from '../session/use-read-only.ts';
import { useSession } from '../session/workflow-session.ts';
import { keptConfigs } from './kept-configs.ts';
import { renameTask } from './rename-task.ts';
import { OperatorSwitch } from './operator-switch.tsx';

/** Head of a task: its icon, its name and id (both edited in place), what can be done with it. */
export function TaskHead({ task, acts }: { task: Task; acts: DesignActs }) {
  const session = useSession();
  const readOnly = useReadOnly() !== null;
  const { id: workflowId, manifests } = session;
  const edit = useDesigner((s) => s.edit);
  const tryTask = useDesigner((s) => s.tryTask);
  const rename = (name: string): void => renameTask(session, task, name);
  const setId = (to: string): void => {
    if (to === task.id) return;
    const refusal = edit({ type: 'set-id', id: task.id, to }, { label: `id of ${task.name ?? task.id}`, select: [to] });
    if (refusal !== null) toast({ title: refusal.message, level: 'error' });
    else keptConfigs.move(workflowId, task.id, to);
  };
  return (
    <div className="flex items-center gap-2 py-2 pr-3 pl-4">
      <span className="grid size-7 shrink-0 place-items-center rounded-chip border border-line bg-sunken text-ink-2">
        <OperatorIcon name={manifests.get(task.operator)?.icon ?? 'box'} size={14} />
      </span>
      <div className="min-w-0 flex-1">
        <InPlace
          key={`${task.id} name ${task.name ?? ''}`}
          label="Name"
          value={task.name ?? task.id}
          onDone={rename}
          className="text-14 leading-[18px] font-strong"
          isName
        />
        <div className="flex items-baseline font-mono text-11 leading-[14px] text-ink-3">
          <InPlace key={`${task.id} id`} label="Id" value={task.id} onDone={setId} className="text-ink-3" sized />
          {readOnly ? <span className="ml-1.5">· {task.operator}</span> : <OperatorSwitch task={task} />}
        </div>
      </div>
      {readOnly ? null : (
        <>
          <IconButton label="Try this task" keys="T" icon={<Play strokeWidth={1.75} />} onClick={() => tryTask(task.id)} />
          <Menu trigger={<IconButton label="More" icon={<Ellipsis strokeWidth={1.75} />} />}>
            <MenuItem icon={<EyeOff strokeWidth={1.75} />} keys="D" onSelect={acts.toggleDisabled}>
              {task.disabled ? 'Enable' : 'Disable'}
            </MenuItem>
            <MenuItem icon={<Copy strokeWidth={1.75} />} keys="Ctrl D" onSelect={acts.duplicate}>
              Duplicate
            </MenuItem>
            <MenuLine />
            <MenuItem icon={<Trash2 strokeWidth={1.75} />} danger keys="Delete" onSelect={acts.remove}>
              Delete
            </MenuItem>
          </Menu>
        </>
      )}
    </div>
  );
}

function InPlace(props: {
  label: string;
  value: string;
  onDone: (value: string) => void;
  className: string;
  isName?: boolean;
  sized?: boolean;
}) {
  const [text, setText] = useState(props.value);
  const readOnly = useReadOnly() !== null;
  return (
    <input
      aria-label={props.label}
      data-task-name={props.isName || undefined}
      value={text}
      readOnly={readOnly}
      maxLength={200}
      spellCheck={false}
      autoComplete="off"
      size={props.sized ? Math.max(3, text.length) : undefined}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => {
        if (text.trim() === '') setText(props.value);
        else props.onDone(text);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
        if (event.key === 'Escape') {
          setText(props.value);
          event.stopPropagation();
        }
      }}
      className={`min-w-0 truncate rounded-mark bg-transparent outline-offset-2 hover:bg-hover focus:bg-surface ${props.sized ? 'max-w-44 [field-sizing:content]' : 'w-full'} ${props.className}`}
    />
  );
}
