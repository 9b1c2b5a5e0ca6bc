import { Plus, X } from 'lucide-react';
import { useMemo } from 'react';
import type { JsonObject } from '#domain/definition/schema/json.ts';
import type { Trigger } from '#domain/definition/schema/workflow.ts';
import { checkTrigger } from '#domain/trigger/check-trigger.ts';
import { describe } from '#domain/trigger/describe.ts';
import { SchemaForm } from '#components/forms/schema-form.tsx';
import { Section } from '#components/designer/inspector/section.tsx';
import { Button } from '#components/ui/button.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { Segments } from '#components/ui/segments.tsx';
import { Select } from '#components/ui/select.tsx';
import { StatusGlyph } from '#components/ui/status-glyph.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { CronBuilder } from './cron-builder.tsx';
import { CronText } from './cron-text.tsx';
import { EveryInput } from './every-input.tsx';
import { InstantInput } from './instant-input.tsx';
import { asKind, triggerKinds, type TriggerKind } from './new-trigger.ts';
import { Radios } from './radios.tsx';
import { ZonePicker } from './zone-picker.tsx';

/** One trigger: its kind, its times in words and as text, what happens at clock changes and when something is in the way, its params. */
export function TriggerForm(props: {
  trigger: Trigger;
  seed: string;
  params: JsonObject | undefined;
  onChange: (trigger: Trigger, field: string) => void;
}) {
  const { trigger, seed, onChange } = props;
  const problems = useMemo(() => checkTrigger(trigger, seed), [trigger, seed]);
  const words = useMemo(() => describe(trigger, seed), [trigger, seed]);
  const errors = problems.filter((problem) => problem.level === 'error');
  const lineFaults = new Map(
    problems.flatMap((problem) => {
      const line = /^\/cron\/(\d+)$/.exec(problem.pointer)?.[1];
      return line === undefined || problem.level === 'info'
        ? []
        : [[Number(line), { level: problem.level, message: problem.message }] as const];
    }),
  );
  const other = errors.filter((problem) => !problem.pointer.startsWith('/cron/'));
  const dst = trigger.dst ?? { gap: 'shift', overlap: 'first' };
  const timed = trigger.type === 'cron';
  const zoneLine = (
    <div className="flex items-center gap-1.5 text-13">
      in the zone <ZonePicker zone={trigger.timezone} onChange={(timezone) => onChange({ ...trigger, timezone }, 'timezone')} />
    </div>
  );
  return (
    <>
      <Segments<TriggerKind>
        label="Kind"
        full
        value={trigger.type}
        options={triggerKinds.map(({ value, label }) => ({ value, label }))}
        onChange={(kind) => onChange(asKind(trigger, kind, Date.now()), 'type')}
      />
      <div className="mt-3">
        {trigger.type === 'cron' ? (
          <>
            <h3 className="mb-1 text-12 font-strong">In words</h3>
            <CronBuilder
              lines={trigger.cron}
              timezone={trigger.timezone}
              onLines={(cron) => onChange({ ...trigger, cron }, 'cron')}
              onZone={(timezone) => onChange({ ...trigger, timezone }, 'timezone')}
            />
            <h3 className="mt-3 mb-1 flex justify-between text-12 font-strong">
              As cron <span className="font-text text-ink-3">all lines together, no instant twice</span>
            </h3>
            <CronText lines={trigger.cron} faults={lineFaults} onLines={(cron) => onChange({ ...trigger, cron }, 'cron')} />
          </>
        ) : trigger.type === 'every' ? (
          <div className="flex flex-col gap-3">
            <EveryInput value={trigger.everySec} onChange={(everySec) => onChange({ ...trigger, everySec }, 'everySec')} />
            {zoneLine}
            <InstantInput
              label="Counted from"
              zone={trigger.timezone}
              value={trigger.anchor}
              help="Empty: from midnight UTC of 1 January 1970, so that the times are round."
              onChange={(anchor) => onChange(withOrWithout(trigger, 'anchor', anchor), 'anchor')}
            />
          </div>
        ) : trigger.type === 'dates' ? (
          <div className="flex flex-col gap-2">
            {zoneLine}
            {trigger.at.map((at, i) => (
              <div key={i} className="flex items-end gap-1.5">
                <InstantInput
                  label={`Date ${i + 1}`}
                  required
                  zone={trigger.timezone}
                  value={at}
                  onChange={(next) =>
                    next !== undefined &&
                    onChange({ ...trigger, at: trigger.at.map((old, k) => (k === i ? next : old)) }, `at/${i}`)
                  }
                />
                {trigger.at.length > 1 ? (
                  <IconButton
                    label={`Remove date ${i + 1}`}
                    icon={<X strokeWidth={1.75} />}
                    onClick={() => onChange({ ...trigger, at: trigger.at.filter((_, k) => k !== i) }, 'at')}
                  />
                ) : null}
              </div>
            ))}
            <Button
              size="sm"
              look="quiet"
              className="self-start px-1 text-accent-text"
              icon={<Plus strokeWidth={1.75} />}
              onClick={() => {
                const last = Date.parse(trigger.at.at(-1) ?? '') || Date.now();
                onChange(
                  { ...trigger, at: [...trigger.at, new Date(last + 86_400_000).toISOString().replace('.000Z', 'Z')] },
                  'at',
                );
              }}
            >
              Add a date
            </Button>
          </div>
        ) : trigger.type === 'once' ? (
          <div className="flex flex-col gap-3">
            {zoneLine}
            <InstantInput
              label="At"
              required
              zone={trigger.timezone}
              value={trigger.start}
              onChange={(start) => start !== undefined && onChange({ ...trigger, start }, 'start')}
            />
          </div>
        ) : (
          <p className="text-12 text-ink-2">The next run begins as soon as the last one has ended.</p>
        )}
      </div>
      {errors.length === 0 ? (
        <p className="mt-2 flex items-center gap-1.5 text-12 text-ink-3">
          <StatusGlyph status="success" size={12} hidden /> {words}
          {timed ? `, ${trigger.timezone}` : ''}.
        </p>
      ) : (
        other.map((problem) => (
          <p key={problem.code + problem.pointer} className="mt-2 flex items-start gap-1.5 text-12 text-st-failed-text">
            <ProblemGlyph level="error" size={12} className="mt-0.5" />
            {problem.message}
          </p>
        ))
      )}
      {timed ? (
        <Section title="When the clock changes">
          <Radios
            label="The hour that does not exist"
            value={dst.gap}
            onChange={(gap) => onChange({ ...trigger, dst: { ...dst, gap } }, 'dst')}
            options={[
              { value: 'shift', label: 'Shift', note: '02:30 runs at 03:30' },
              { value: 'start', label: 'Start', note: 'runs at 03:00' },
              { value: 'skip', label: 'Skip', note: 'no run, recorded' },
            ]}
          />
          <Radios
            label="The hour that comes twice"
            value={dst.overlap}
            onChange={(overlap) => onChange({ ...trigger, dst: { ...dst, overlap } }, 'dst')}
            options={[
              { value: 'first', label: 'First', note: 'in summer time' },
              { value: 'second', label: 'Second', note: 'in winter time' },
              { value: 'both', label: 'Both', note: 'two runs' },
            ]}
          />
        </Section>
      ) : null}
      {trigger.type === 'continuous' ? null : (
        <Section title="When something is in the way">
          <div className="flex flex-col gap-1.5">
            <Policy label="Missed while Drawloom was down">
              <Select
                label="Missed while Drawloom was down"
                size="sm"
                className="w-44"
                value={trigger.missed}
                options={[
                  { value: 'latest', label: 'Run the latest' },
                  { value: 'all', label: 'Run all of them' },
                  { value: 'skip', label: 'Skip, with a record' },
                ]}
                onChange={(missed) => onChange({ ...trigger, missed }, 'missed')}
              />
            </Policy>
            <Policy label="Before it was switched on">
              <Select
                label="Before it was switched on"
                size="sm"
                className="w-44"
                value={trigger.catchup}
                options={[
                  { value: 'none', label: 'No catch-up' },
                  { value: 'all', label: 'Run all since its start' },
                ]}
                onChange={(catchup) => onChange({ ...trigger, catchup }, 'catchup')}
              />
            </Policy>
            <Policy label="Spread the start over">
              <Select
                label="Spread the start over"
                size="sm"
                className="w-44"
                value={String(trigger.jitterSec ?? 0)}
                options={[0, 5, 20, 60, 300, 900, ...(trigger.jitterSec === undefined ? [] : [trigger.jitterSec])]
                  .filter((n, i, all) => all.indexOf(n) === i)
                  .map((n) => ({
                    value: String(n),
                    label: n === 0 ? 'nothing, on the dot' : n < 60 ? `up to ${n} s` : `up to ${n / 60} min`,
                  }))}
                onChange={(text) =>
                  onChange(withOrWithout(trigger, 'jitterSec', Number(text) === 0 ? undefined : Number(text)), 'jitterSec')
                }
              />
            </Policy>
            {trigger.type === 'cron' || trigger.type === 'every' ? (
              <Policy label="Logical time is the start of the interval">
                <Switch
                  label="Logical time is the start of the interval"
                  checked={trigger.interval}
                  onChange={(interval) => onChange({ ...trigger, interval }, 'interval')}
                />
              </Policy>
            ) : null}
          </div>
          {trigger.type === 'once' ? null : (
            <div className="mt-3 grid grid-cols-2 gap-2">
              <InstantInput
                label="Not before"
                zone={trigger.timezone}
                value={trigger.start}
                onChange={(start) => onChange(withOrWithout(trigger, 'start', start), 'start')}
              />
              <InstantInput
                label="Not after"
                zone={trigger.timezone}
                value={trigger.end}
                onChange={(end) => onChange(withOrWithout(trigger, 'end', end), 'end')}
              />
            </div>
          )}
        </Section>
      )}
      <Section title="Params of these runs" note="instead of the defaults">
        <SchemaForm
          templates={false}
          schema={props.params ?? {}}
          value={(trigger.params as JsonObject | undefined) ?? {}}
          empty="The workflow has no params. They are described in the inspector, under Params."
          onChange={(params) =>
            onChange(withOrWithout(trigger, 'params', Object.keys(params).length === 0 ? undefined : params), 'params')
          }
        />
      </Section>
    </>
  );
}

function withOrWithout(trigger: Trigger, key: string, value: unknown): Trigger {
  const rest = Object.fromEntries(Object.entries(trigger).filter(([name]) => name !== key));
  return (value === undefined ? rest : { ...rest, [key]: value }) as Trigger;
}

function Policy({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex min-h-7 items-center justify-between gap-3">
      <span className="text-ink-2" aria-hidden>
        {label}
      </span>
      {children}
    </div>
  );
}
