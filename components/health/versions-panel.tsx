import { ProblemGlyph } from '#components/ui/problem-glyph.tsx';
import { Fact } from './fact.tsx';
import type { HealthOverview } from './health-overview.ts';

/** Versions of what the product stands on. Engine and pages may differ after an upgrade; zone data that differ are said. */
export function VersionsPanel({ health }: { health: HealthOverview }) {
  const { engine, web } = health;
  const zones = engine?.zoneData ?? null;
  const differ = engine !== null && zones !== web.zoneData;
  return (
    <section aria-labelledby="versions">
      <h2 id="versions" className="pb-2 text-14 font-strong">
        Versions
      </h2>
      <dl className="border-t border-line">
        <Fact name="Drawloom">{health.version ?? 'nobody knows while the engine is away'}</Fact>
        <Fact name="Run machine" remark="A run keeps the one it began with.">
          {health.machine}
        </Fact>
        <Fact name="Node">{engine && engine.node !== web.node ? `${engine.node}, pages ${web.node}` : web.node}</Fact>
        <Fact
          name="Time zone data"
          remark={
            differ ? `The pages have ${web.zoneData ?? 'none'}: a preview may differ from what the engine does.` : undefined
          }
        >
          <span className="inline-flex items-center gap-1.5">
            {differ ? <ProblemGlyph level="warning" size={14} /> : null}
            {zones ?? web.zoneData ?? 'of the system'}
          </span>
        </Fact>
        <Fact name="Python" remark={health.python === null ? 'Python tasks fail until there is one.' : undefined}>
          {health.python ?? 'none found'}
        </Fact>
      </dl>
    </section>
  );
}
