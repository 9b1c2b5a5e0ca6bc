import Link from 'next/link';
import { describe } from '#domain/trigger/describe.ts';
import { triggerSeed } from '#domain/trigger/trigger-seed.ts';
import { Time } from '#components/ui/time.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';

/** What starts the workflow by itself, in words with the next run; each leads to its form. */
export function WorkflowTriggers() {
  const { id, detail } = useSession();
  const triggers = useDesigner((s) => s.workflow.triggers);
  const page = `/workflows/${encodeURIComponent(id)}/triggers`;
  const published = new Set(detail.published?.definition.triggers.map((trigger) => trigger.id) ?? []);
  const noteOf = (trigger: string): React.ReactNode => {
    if (!published.has(trigger)) return 'not published yet';
    if (detail.triggerStates.find((state) => state.triggerId === trigger)?.enabled === false) return 'off';
    const next = detail.next.find((one) => one.triggerId === trigger)?.at;
    if (next === undefined) return 'no next run';
    return (
      <>
        next <Time at={next} parts="day-time" />
      </>
    );
  };
  return (
    <section aria-label="Triggers of the workflow" className="mt-4 border-t border-line pt-3">
      <h3 className="text-12 font-medium text-ink-2">Triggers</h3>
      {triggers.length === 0 ? (
        <p className="mt-1 text-12 text-ink-3">
          None: started by hand or by the API.{' '}
          <Link href={page} className="link">
            Add a trigger
          </Link>
        </p>
      ) : (
        <ul className="-mx-2 mt-1">
          {triggers.map((trigger) => (
            <li key={trigger.id}>
              <Link
                href={`${page}?trigger=${encodeURIComponent(trigger.id)}`}
                className="block rounded-control px-2 py-1.5 text-12 hover:bg-hover"
              >
                <b className="block truncate text-13 font-strong">{trigger.id}</b>
                <span className="block text-ink-2">{describe(trigger, triggerSeed(id, trigger.id))}</span>
                <span className="num block text-ink-3">{noteOf(trigger.id)}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
