import { formatBytes } from '#components/ui/format-bytes.ts';
import { formatDuration } from '#components/ui/format-duration.ts';
import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { Time } from '#components/ui/time.tsx';
import { durabilityWords } from './durability-words.ts';
import { Fact } from './fact.tsx';
import type { HealthOverview } from './health-overview.ts';
import { Up } from './up.tsx';

/** Of the whole; with less left a warning is shown. */
const lowShare = 0.05;

/** Processes, database, durability, disk. */
export function PartsPanel({ health }: { health: HealthOverview }) {
  const { engine, web, database, disk } = health;
  const durability = durabilityWords[health.durability];
  const low = disk !== null && disk.freeBytes < disk.totalBytes * lowShare;
  return (
    <section aria-labelledby="parts">
      <h2 id="parts" className="pb-2 text-14 font-strong">
        Parts
      </h2>
      <dl className="border-t border-line">
        <Fact
          name="Engine"
          remark={
            engine ? (
              <>
                Process {engine.pid}, {formatBytes(engine.memoryBytes)} of memory, up since{' '}
                <Time at={engine.startedAt} parts="day-time" />. {engine.running} running, {engine.queued} queued.
              </>
            ) : (
              'It starts again by itself. What runs goes on; nothing new starts until it is back.'
            )
          }
        >
          <Up up={engine !== null} />
        </Fact>
        <Fact name="Spawner" remark={health.spawner === false ? 'No task that is a process can start.' : undefined}>
          {health.spawner === null ? 'nobody knows while the engine is away' : <Up up={health.spawner} />}
        </Fact>
        <Fact
          name="Pages"
          remark={
            <>
              Process {web.pid}, {formatBytes(web.memoryBytes)} of memory, up since <Time at={web.startedAt} parts="day-time" />.
            </>
          }
        >
          <Up up />
        </Fact>
        <Fact
          name="Database"
          remark={database ? `${formatBytes(database.bytes)}, answered in ${formatDuration(database.answerMs)}.` : undefined}
        >
          {database ? <Up up word={database.version} /> : <Up up={false} />}
        </Fact>
        <Fact name="Durability" remark={durability.risk}>
          <span className="inline-flex items-center gap-1.5">
            {health.durability === 'D1' ? <ProblemGlyph level="warning" size={14} /> : null}
            {durability.title}
          </span>
        </Fact>
        <Fact name="Disk" remark={disk ? `The data folder is ${disk.path}.` : undefined}>
          {disk ? (
            <span className="inline-flex items-center gap-1.5">
              {low ? <ProblemGlyph level="warning" size={14} /> : null}
              {formatBytes(disk.freeBytes)} free of {formatBytes(disk.totalBytes)}
            </span>
          ) : (
            'The data folder cannot be read.'
          )}
        </Fact>
      </dl>
    </section>
  );
}
