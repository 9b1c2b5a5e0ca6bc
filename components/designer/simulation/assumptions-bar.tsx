import { useState } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Input } from '#components/ui/input.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { useDesigner } from '../session/use-designer.ts';
import { NumberCell } from './number-cell.tsx';
import { UtcCell } from './utc-cell.tsx';
import { useSimulation } from './use-simulation.ts';

const nothing: JsonObject = {};
const field = 'flex items-center gap-1.5 text-12 text-ink-2';

/** What holds for the whole simulated run: chance and its seed, logical time, params, limits. */
export function AssumptionsBar() {
  const params = useDesigner((s) => s.workflow.params);
  const scenario = useSimulation((s) => s.scenario);
  const limits = useSimulation((s) => s.limits);
  const assume = useSimulation((s) => s.assume);
  const assumeTask = useSimulation((s) => s.assumeTask);
  const keepLimits = useSimulation((s) => s.keepLimits);
  const forget = useSimulation((s) => s.forget);
  const [asking, setAsking] = useState(false);
  const all = scenario.failures?.['*'];
  return (
    <div className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line px-3 py-1.5 whitespace-nowrap">
      <span className={field}>
        Each attempt fails in
        <NumberCell
          label="Chance that any attempt fails, %"
          className="w-16"
          value={all === undefined ? undefined : all * 100}
          placeholder="0"
          unit="%"
          min={0}
          max={100}
          onChange={(percent) => assumeTask('failures', '*', percent === undefined ? undefined : percent / 100)}
        />
      </span>
      <label className={field}>
        Seed
        <Input
          className="h-7 w-20 max-sm:h-7"
          mono
          maxLength={200}
          placeholder="1"
          value={scenario.seed ?? ''}
          onChange={(event) => assume({ seed: event.currentTarget.value === '' ? undefined : event.currentTarget.value })}
        />
      </label>
      <label className={field}>
        Logical time, UTC
        <UtcCell value={scenario.logicalTime} onChange={(logicalTime) => assume({ logicalTime })} />
      </label>
      <span className={field}>
        <Switch label="Keep limits and pools" checked={limits} onChange={keepLimits} />
        Limits and pools
      </span>
      {params === undefined ? null : (
        <Button size="sm" onClick={() => setAsking(true)}>
          Params…
        </Button>
      )}
      <span className="flex-1" />
      {Object.keys(scenario).length === 0 ? null : (
        <Button size="sm" look="quiet" onClick={forget}>
          Assume nothing
        </Button>
      )}
      {asking ? (
        <Dialog
          open
          onOpenChange={(open) => open || setAsking(false)}
          title="Params of the simulated run"
          description="Conditions and lists that read them are computed."
          width={440}
          footer={
            <Button look="primary" onClick={() => setAsking(false)}>
              Done
            </Button>
          }
        >
          <SchemaForm
            templates={false}
            schema={params ?? nothing}
            value={scenario.params ?? nothing}
            onChange={(next) => assume({ params: Object.keys(next).length === 0 ? undefined : next })}
            empty="This workflow has no params."
          />
        </Dialog>
      ) : null}
    </div>
  );
}
