import { Copy, X } from 'lucide-react';
import { fieldName } from '#domain/definition/field-name.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import type { Task, Workflow } from '#domain/definition/schema/workflow.ts';
import { OperatorIcon } from '#components/canvas/nodes/operator-icon.tsx';
import type { DiffMark } from '#components/canvas/project/diff-marks.ts';
import { copyText as toClipboard } from '#components/run-view/panel/copy-text.ts';
import { DataView } from '#components/run-view/panel/data-view.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { copyText } from '../canvas/copy-text.ts';
import { useSession } from '../session/workflow-session.ts';

const words: Record<DiffMark, string> = { added: 'added', removed: 'removed', changed: 'changed' };

/** A task of a version, read only: what differs field by field, its config and settings; it can be copied into a draft. */
export function VersionTask(props: {
  workflow: Workflow;
  task: Task;
  /** The same task before and after, where both know it. */
  before: Task | undefined;
  after: Task | undefined;
  mark: DiffMark | null;
  from: string;
  to: string;
  onClose: () => void;
}) {
  const { task, before, after, mark } = props;
  const { manifests } = useSession();
  const manifest = manifests.get(task.operator);
  const { id: _id, name: _name, operator: _operator, config, doc, ...settings } = task;
  const fields = before === undefined || after === undefined || mark !== 'changed' ? [] : fieldsThatDiffer(before, after);
  return (
    <aside
      aria-label={`Task ${task.name ?? task.id}`}
      className="scroll min-h-0 border-l border-line bg-surface max-sm:border-t max-sm:border-l-0"
      data-region
    >
      <div className="flex items-center gap-2 border-b border-line py-2 pr-3 pl-4">
        <span className="grid size-7 shrink-0 place-items-center rounded-chip border border-line bg-sunken text-ink-2">
          <OperatorIcon name={manifest?.icon ?? 'box'} size={14} />
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-14 leading-[18px] font-strong">{task.name ?? task.id}</h2>
          <p className="truncate font-mono text-11 leading-[14px] text-ink-3">
            {task.id} · {manifest?.title ?? task.operator}
            {mark === null ? '' : ` · ${words[mark]}`}
          </p>
        </div>
        <IconButton
          label="Copy the task"
          keys="Ctrl C"
          icon={<Copy strokeWidth={1.75} />}
          onClick={() => void toClipboard(copyText(props.workflow, [task.id]) ?? '', 'Copied. Paste it into a draft.')}
        />
        <IconButton label="Close" icon={<X strokeWidth={1.75} />} onClick={props.onClose} />
      </div>
      <div className="px-4 py-3">
        {fields.length === 0 ? null : (
          <section aria-label="Fields that differ" className="mb-4">
            <h3 className="mb-1.5 text-12 font-strong">
              From {props.from} to {props.to}
            </h3>
            <dl className="text-12">
              {fields.map(({ name, was, is }) => (
                <div key={name} className="mb-2">
                  <dt className="text-ink-2">{fieldName(name)}</dt>
                  {was === undefined ? null : <dd className={`${value} bg-st-failed-soft`}>− {shown(was)}</dd>}
                  {is === undefined ? null : <dd className={`${value} bg-st-success-soft`}>+ {shown(is)}</dd>}
                </div>
              ))}
            </dl>
          </section>
        )}
        {doc === undefined ? null : <p className="mb-4 text-12 whitespace-pre-line text-ink-2">{doc}</p>}
        <DataView title="Config" value={config as Json} />
        <DataView title="Settings" value={settings as unknown as Json} />
      </div>
    </aside>
  );
}

const value = 'max-h-40 overflow-auto rounded-mark px-1.5 py-0.5 font-mono whitespace-pre-wrap break-words';
const shown = (json: unknown): string => (typeof json === 'string' ? json : JSON.stringify(json));

/** Fields of the config by their own names, the others as the definition calls them. */
function fieldsThatDiffer(before: Task, after: Task): { name: string; was: unknown; is: unknown }[] {
  const flat = ({ config, ...task }: Task): Map<string, unknown> => new Map([...Object.entries(task), ...Object.entries(config)]);
  const [was, is] = [flat(before), flat(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) =>
    JSON.stringify(was.get(name)) === JSON.stringify(is.get(name)) ? [] : { name, was: was.get(name), is: is.get(name) },
  );
}
