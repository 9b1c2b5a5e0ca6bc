import { Copy, EyeOff, Group, Network, Trash2, Ungroup } from 'lucide-react';
import { TextInput } from '#components/forms/fields/text-input.tsx';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { lineUpChoices } from '../canvas/line-up-choices.tsx';
import type { SelectedParts } from '../canvas/parts-of-selection.ts';
import type { DesignActs } from '../canvas/design-acts.ts';
import { GroupColorField } from './group-color-field.tsx';
import { ReadOnlyFields } from '../session/read-only-fields.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { useReadOnly } from '../session/use-read-only.ts';
import { GroupMap } from './group-map.tsx';

const stroke = 1.75;

/** Several things, a group, or a note: what can be done with them together. */
export function ManyInspector({ parts, acts }: { parts: SelectedParts; acts: DesignActs }) {
  const groups = useDesigner((s) => s.workflow.groups);
  const edit = useDesigner((s) => s.edit);
  const readOnly = useReadOnly() !== null;
  const group = parts.groups.length === 1 && parts.tasks.length === 0 ? groups?.find((g) => g.id === parts.groups[0]) : undefined;
  const lined = parts.tasks.length + parts.groups.length + parts.notes.length;
  const counts = [
    [parts.members.length, 'task'],
    [parts.edges.length, 'edge'],
    [parts.notes.length, 'note'],
  ] as const;
  return (
    <div className="scroll flex min-h-0 flex-1 flex-col gap-3 px-4 py-3" data-inspector="many">
      <h2 className="text-14 leading-[18px] font-strong">
        {group === undefined ? 'Selected' : 'Group'}:{' '}
        {counts
          .filter(([n]) => n > 0)
          .map(([n, word]) => `${n} ${word}${n === 1 ? '' : 's'}`)
          .join(', ') || 'nothing'}
      </h2>
      {group === undefined ? null : (
        <label className="text-12 font-strong">
          Name
          <TextInput
            className="mt-1"
            data-group-name
            value={group.name ?? ''}
            readOnly={readOnly}
            maxLength={200}
            onChange={(event) =>
              edit(
                { type: 'rename', id: group.id, name: event.target.value },
                { label: 'rename a group', gesture: `group/${group.id}` },
              )
            }
          />
        </label>
      )}
      {group === undefined || readOnly ? null : (
        <GroupColorField
          value={group.color}
          onChange={(color) => edit({ type: 'set-group', id: group.id, fields: { color } }, { label: 'colour of a group' })}
        />
      )}
      <div className={readOnly ? 'hidden' : 'flex flex-wrap gap-2'}>
        {group === undefined ? null : (
          <>
            <Button onClick={acts.toggleCollapsed}>{group.collapsed ? 'Open' : 'Collapse'}</Button>
            <Button icon={<Ungroup strokeWidth={stroke} />} onClick={acts.ungroup}>
              Ungroup
            </Button>
          </>
        )}
        {parts.tasks.length > 0 || parts.groups.length > 1 ? (
          <Button icon={<Group strokeWidth={stroke} />} onClick={acts.group}>
            Group
          </Button>
        ) : null}
        {lined > 1 ? (
          <div role="toolbar" aria-label="Align and distribute" className="flex rounded-chip border border-line">
            {lineUpChoices
              .filter((choice) => choice.least <= lined)
              .map((choice) => (
                <IconButton
                  key={choice.id}
                  label={choice.title}
                  keys={choice.keys}
                  icon={choice.icon}
                  onClick={() => choice.run(acts)}
                />
              ))}
          </div>
        ) : null}
        {parts.tasks.length > 1 ? (
          <Button icon={<Network strokeWidth={stroke} />} onClick={() => void acts.arrange()}>
            Arrange
          </Button>
        ) : null}
        {parts.members.length > 0 ? (
          <>
            <Button icon={<EyeOff strokeWidth={stroke} />} onClick={acts.toggleDisabled}>
              Disable or enable
            </Button>
            <Button icon={<Copy strokeWidth={stroke} />} onClick={acts.duplicate}>
              Duplicate
            </Button>
          </>
        ) : null}
        <Button look="danger" icon={<Trash2 strokeWidth={stroke} />} onClick={() => acts.remove()}>
          Delete
        </Button>
      </div>
      {group === undefined ? null : (
        <ReadOnlyFields>
          <GroupMap key={group.id} group={group} members={parts.members} />
        </ReadOnlyFields>
      )}
      {parts.edges.length > 1 && parts.members.length === 0 ? <EdgeList edges={parts.edges} /> : null}
      {parts.notes.length === 1 && parts.members.length === 0 && !readOnly ? (
        <p className="text-12 text-ink-3">
          Double-click a note to write in it, in Markdown: # headings, **strong**, `code`, - lists and [links](https://…). Its
          lower right corner changes its size.
        </p>
      ) : null}
    </div>
  );
}

/** The edges that one drawn edge at a collapsed group stands for, or that were selected together. */
function EdgeList({ edges }: { edges: SelectedParts['edges'] }) {
  const tasks = useDesigner((s) => s.workflow.tasks);
  const name = (id: string): string => tasks.find((task) => task.id === id)?.name ?? id;
  return (
    <ul aria-label="Selected edges" className="scroll min-h-0 text-12 text-ink-2">
      {edges.slice(0, 200).map((edge) => (
        <li key={`${edge.from}:${edge.port}:${edge.to}`} className="truncate py-0.5">
          {name(edge.from)} to {name(edge.to)}
          {edge.port === 'out' ? '' : `, port ${edge.port}`}
        </li>
      ))}
    </ul>
  );
}
