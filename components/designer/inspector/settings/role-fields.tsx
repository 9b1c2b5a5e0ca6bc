import type { Task } from '#domain/definition/schema/workflow.ts';
import { Segments } from '#components/ui/segments.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { useDesigner } from '../../session/use-designer.ts';

const kinds = [
  { value: 'task' as const, label: 'Ordinary' },
  { value: 'setup' as const, label: 'Setup' },
  { value: 'teardown' as const, label: 'Teardown' },
];
const help = {
  task: 'It runs by its trigger rule.',
  setup: 'It makes what others need. When it fails, what it was made for does not start; its teardowns still run.',
  teardown:
    'It takes down what a setup made, whether the tasks between succeeded or not. It goes by its setups, not by its trigger rule.',
};

/** Setup, teardown or neither; of a teardown: which setups it takes down, and whether its own failure fails the run. */
export function RoleFields({ task, onChange }: { task: Task; onChange: (role: Task['role']) => void }) {
  const tasks = useDesigner((s) => s.workflow.tasks);
  const role = task.role;
  const kind = role === undefined ? 'task' : 'setup' in role ? 'setup' : 'teardown';
  const teardown = role !== undefined && 'teardown' in role ? role.teardown : null;
  const setups = tasks.filter((t) => t.id !== task.id && t.role !== undefined && 'setup' in t.role);
  // One that is no setup any more is still in the list, so that it can be taken from it.
  const gone = (teardown?.of ?? []).filter((id) => !setups.some((t) => t.id === id));
  const choices = [
    ...setups.map((t) => ({ id: t.id, name: t.name ?? t.id, note: '' })),
    ...gone.map((id) => ({ id, name: tasks.find((t) => t.id === id)?.name ?? id, note: 'is no setup' })),
  ];
  return (
    <>
      <Segments
        full
        label="Role"
        value={kind}
        options={kinds}
        onChange={(next) =>
          onChange(
            next === 'task'
              ? undefined
              : next === 'setup'
                ? { setup: true }
                : { teardown: { of: setups.length === 1 ? [setups[0]!.id] : [], failsRun: false } },
          )
        }
      />
      <p className="text-12 text-ink-3">{help[kind]}</p>
      {teardown === null ? null : (
        <>
          <fieldset data-field="role.teardown.of">
            <legend className="mb-1 text-12 font-strong">Takes down</legend>
            {choices.length === 0 ? (
              <p className="text-12 text-ink-3">No task is a setup yet. Make the one it belongs to a setup first.</p>
            ) : (
              <ul className="flex flex-col">
                {choices.map(({ id, name, note }) => (
                  <li key={id}>
                    <label className="flex min-h-7 items-center gap-2 text-13 max-sm:min-h-11">
                      <input
                        type="checkbox"
                        className="accent-accent"
                        checked={teardown.of.includes(id)}
                        onChange={(event) =>
                          onChange({
                            teardown: {
                              ...teardown,
                              of: event.target.checked ? [...teardown.of, id] : teardown.of.filter((one) => one !== id),
                            },
                          })
                        }
                      />
                      <span className="min-w-0 truncate">{name}</span>
                      {note === '' ? null : <span className="text-12 text-st-failed-text">{note}</span>}
                    </label>
                  </li>
                ))}
              </ul>
            )}
          </fieldset>
          <div className="flex min-h-6 items-center justify-between gap-3 text-12">
            <span className="font-strong" aria-hidden>
              Its failure fails the run
            </span>
            <Switch
              label="Its failure fails the run"
              checked={teardown.failsRun}
              onChange={(failsRun) => onChange({ teardown: { ...teardown, failsRun } })}
            />
          </div>
        </>
      )}
    </>
  );
}
