import { useMemo } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Group } from '#domain/definition/schema/workflow.ts';
import type { FormProblem } from '#components/forms/form-context.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { Fold } from './settings/fold.tsx';
import { mapOf } from './settings/map-of.ts';
import { settingWords } from './settings/setting-words.ts';
import { groupMapHints, groupMapSchema } from './settings/task-schema.ts';
import { useCompletionScope } from './use-completion-scope.ts';
import { useLastRun } from './use-last-run.ts';

/** Over which lists a group is copied, all its tasks together; they read what their copy got as `item`. */
export function GroupMap({ group, members }: { group: Group; members: readonly string[] }) {
  const index = useDesigner((s) => s.workflow.groups?.findIndex(({ id }) => id === group.id) ?? -1);
  const all = useDesigner((s) => s.problems);
  const edit = useDesigner((s) => s.edit);
  const last = useLastRun();
  const scope = useCompletionScope(members, last?.scope ?? null);
  const problems = useMemo(() => {
    const own = `/groups/${index}`;
    return all.flatMap(({ pointer, level, message }): FormProblem[] =>
      pointer === `${own}/map` || pointer.startsWith(`${own}/map/`)
        ? [{ pointer: pointer.slice(own.length), level, message }]
        : [],
    );
  }, [all, index]);
  const inForm = useMemo(
    () => problems.map((problem) => ({ ...problem, pointer: problem.pointer.slice('/map'.length) })),
    [problems],
  );
  return (
    <Fold
      field="map"
      title="One copy per item"
      summary={group.map === undefined ? 'one run of all of it' : settingWords.map(group.map)}
      isSet={group.map !== undefined}
      problems={problems}
    >
      <p className="text-12 text-ink-3">
        All tasks inside run once for each item, and read it as <code className="font-mono text-11">{'{{ item }}'}</code>
        {(group.map?.over.length ?? 0) > 1 ? (
          <>
            , of several lists as <code className="font-mono text-11">{'{{ item[0] }}'}</code>,{' '}
            <code className="font-mono text-11">{'{{ item[1] }}'}</code>
          </>
        ) : null}
        . A task after the group gets the list of what its copies answered.
      </p>
      <SchemaForm
        templates={false}
        schema={groupMapSchema}
        hints={groupMapHints}
        value={(group.map ?? {}) as JsonObject}
        problems={inForm}
        scope={scope}
        {...(last === null ? {} : { preview: last.preview })}
        onChange={(next, field) =>
          edit(
            { type: 'set-group', id: group.id, fields: { map: mapOf(next, 'item') } },
            { label: `copies of ${group.name ?? group.id}`, gesture: `group/${group.id}/map/${field}` },
          )
        }
      />
    </Fold>
  );
}
