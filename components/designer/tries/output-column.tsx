import { useState } from 'react';
import { memberPath } from '#domain/expression/member-path.ts';
import type { Json } from '#domain/definition/schema/json.ts';
import { LogToolbar } from '#components/run-view/log/log-toolbar.tsx';
import { LogView } from '#components/run-view/log/log-view.tsx';
import { useLogSettings } from '#components/run-view/log/use-log-settings.ts';
import { DataPathContext } from '#components/run-view/panel/data-path.ts';
import { DataView } from '#components/run-view/panel/data-view.tsx';
import { formatBytes } from '#components/ui/format-bytes.ts';
import { FieldHandle } from './field-handle.tsx';
import type { LastTry } from './use-task-try.ts';
import { ValueOrigin } from './value-origin.tsx';
import type { TryValue } from './use-try-values.ts';

/** What came out: the value that is pinned, the output of the try and its files. */
export function OutputColumn({ task, last, pin }: { task: string; last: LastTry | null; pin: TryValue | null }) {
  const attempt = last?.attempt ?? null;
  const ended = attempt !== null && attempt.endedAt !== null;
  return (
    <DataPathContext value={{ path: `${memberPath('tasks', task)}.output`, Handle: FieldHandle }}>
      {pin === null ? null : (
        <DataView
          title="Pinned output"
          note={<ValueOrigin source="pin" runNumber={null} at={pin.at} stale={pin.stale} />}
          value={pin.output as Json}
        />
      )}
      {attempt?.status === 'success' && attempt.output !== null ? (
        <DataView title="Output of this try" value={attempt.output} />
      ) : (
        <p className="text-12 text-ink-3">
          {attempt === null
            ? 'What it gives shows here.'
            : !ended
              ? 'It is there when the task has ended.'
              : attempt.status === 'success'
                ? 'It gave no value.'
                : 'It gave nothing, because it did not succeed.'}
        </p>
      )}
      {attempt !== null && attempt.artifacts.length > 0 ? (
        <section>
          <h3 className="mb-1 text-12 font-strong">Files</h3>
          <ul>
            {attempt.artifacts.map((file) => (
              <li key={file.id} className="flex h-7 items-center gap-3 border-b border-line text-12">
                <a
                  className="link min-w-0 flex-1 truncate"
                  href={`/api/artifacts/${encodeURIComponent(file.id)}`}
                  download={file.name}
                >
                  {file.name}
                </a>
                <span className="num text-ink-3">{formatBytes(file.bytes)}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </DataPathContext>
  );
}

/** The log of the try, growing while it runs. */
export function TryLog({ last }: { last: LastTry | null }) {
  const settings = useLogSettings();
  const [found, setFound] = useState<{ at: number; all: number } | null>(null);
  const [step, setStep] = useState(0);
  const attempt = last?.attempt ?? null;
  if (last === null || attempt === null) return <p className="px-3 py-2 text-12 text-ink-3">Its log begins when it starts.</p>;
  return (
    <>
      <LogToolbar
        settings={settings}
        found={found}
        onStep={(by) => setStep(step + by)}
        downloadHref={`/api/runs/${encodeURIComponent(last.runId)}/logs/${encodeURIComponent(attempt.id)}`}
      />
      <div className="flex min-h-0 flex-1 flex-col border-t border-line bg-code-bg">
        <LogView
          key={attempt.id}
          attemptId={attempt.id}
          attempt={attempt.attempt}
          running={attempt.endedAt === null}
          settings={settings}
          step={step}
          onFound={setFound}
        />
      </div>
    </>
  );
}
