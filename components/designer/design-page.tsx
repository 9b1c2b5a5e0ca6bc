'use client';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import { Canvas } from '#components/canvas/canvas.tsx';
import type { CanvasHandle } from '#components/canvas/canvas-handle.ts';
import type { Selection } from '#components/canvas/gestures/canvas-gestures.ts';
import { newPlace } from '#components/canvas/geometry/new-place.ts';
import type { LiveStatusStore } from '#components/canvas/live/live-status-store.ts';
import { useOpenGroups } from '#components/canvas/project/use-open-groups.ts';
import { useShortcuts } from '#components/shell/shortcuts.ts';
import { cx } from '#components/ui/cx.ts';
import { CanvasMenu, type MenuAsked } from './canvas/canvas-menu.tsx';
import { CanvasSearch } from './canvas/canvas-search.tsx';
import { CanvasToolbar } from './canvas/canvas-toolbar.tsx';
import { copySelection } from './canvas/copy-selection.ts';
import { createDesignActs } from './canvas/design-acts.ts';
import { designShortcuts } from './canvas/design-shortcuts.ts';
import { DesignPicker, type Asking } from './canvas/design-picker.tsx';
import { EmptyCanvas } from './canvas/empty-canvas.tsx';
import { useDock } from './dock/use-dock.ts';
import { focusInspector } from './inspector/focus-inspector.ts';
import { focusName } from './canvas/focus-name.ts';
import { pasteFromClipboard } from './canvas/paste-text.ts';
import { partsOfSelection } from './canvas/parts-of-selection.ts';
import { useChangedTasks } from './canvas/use-changed-tasks.ts';
import { useClipboard } from './canvas/use-clipboard.ts';
import { useDesignCommands } from './canvas/use-design-commands.tsx';
import { useDesignGestures } from './canvas/use-design-gestures.ts';
import { useDesignKeys } from './canvas/use-design-keys.ts';
import { useProblemMarks } from './canvas/use-problem-marks.ts';
import { useTaskInAddress } from './canvas/use-task-in-address.ts';
import { Inspector } from './inspector/inspector.tsx';
import { Announcer } from './outline/announcer.tsx';
import { Outline } from './outline/outline.tsx';
import { Palette } from './palette/palette.tsx';
import { ProblemsPanel } from './problems/problems-panel.tsx';
import { RunDock } from './run-dock/run-dock.tsx';
import { useDesigner } from './session/use-designer.ts';
import { useReadOnly } from './session/use-read-only.ts';
import { useSession } from './session/workflow-session.ts';
import { SimulationDock } from './simulation/simulation-dock.tsx';
import { useSimulation } from './simulation/use-simulation.ts';
import { useSimulationPage } from './simulation/use-simulation-page.ts';
import { TryPanel } from './tries/try-panel.tsx';
import { usePinnedTasks } from './tries/use-pinned-tasks.ts';
import { ChangesPanel } from './versions/changes-panel.tsx';
import { DraftChanges } from './versions/draft-changes.ts';
import { useDraftChanges } from './versions/use-draft-changes.ts';

const lookingShortcuts = designShortcuts.filter(({ title }) => title === 'Move and select');

/** The designer: palette, canvas, inspector, problems. Wiring only. */
export function DesignPage() {
  const { store, catalog } = useSession();
  const readOnly = useReadOnly() !== null;
  const workflow = useDesigner((s) => s.workflow);
  const selection = useDesigner((s) => s.selection);
  const select = useDesigner((s) => s.select);
  const canvas = useRef<CanvasHandle>(null);
  const search = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [matched, setMatched] = useState<ReadonlySet<string> | null>(null);
  const acts = useMemo(() => createDesignActs(store, catalog, () => canvas.current), [store, catalog]);
  const problems = useProblemMarks();
  const changes = useDraftChanges();
  const changed = useChangedTasks(changes);
  const pinned = usePinnedTasks();
  const trying = useDesigner((s) => s.trying !== null);
  useClipboard(store, acts);
  useShortcuts(readOnly ? lookingShortcuts : designShortcuts);
  useDesignCommands(acts, canvas, setAsking);
  const simulation = useSimulationPage();
  const simulating = simulation.open;
  const dock = useDock((s) => s.dock);
  const pick = useDock((s) => s.pick);
  const [runLive, setRunLive] = useState<LiveStatusStore | null>(null);
  const live = simulation.live ?? runLive;
  const watching = simulating || (dock === 'run' && !trying);
  // There is room for one of them below the canvas: what is asked for last takes the place of the other.
  const hideSimulation = useSimulation((s) => s.hide);
  useEffect(() => {
    if (simulating) store.getState().showTry(null);
  }, [simulating, store]);
  useEffect(() => {
    if (trying) hideSimulation();
  }, [trying, hideSimulation]);
  useEffect(() => {
    // A Simulation or a run takes half of the room: what it shows must not lie behind it.
    // The canvas learns of its new size one frame later.
    if (watching) requestAnimationFrame(() => requestAnimationFrame(() => canvas.current?.fit()));
  }, [watching]);

  // What is selected on the drawing is what the run below it tells about.
  const chosen = useCallback(
    (next: Selection) => {
      select(next);
      const [only] = next;
      if (next.length === 1 && only !== undefined) pick(only);
    },
    [select, pick],
  );
  const [menu, setMenu] = useState<MenuAsked | null>(null);
  const gestures = useDesignGestures({ acts, ask: setAsking, menu: setMenu });
  const openTask = useCallback((id: string) => {
    focusInspector(id);
  }, []);
  const { go } = acts;
  const addTask = useCallback(
    (manifest: Manifest) => {
      const id = acts.add(manifest);
      if (id !== null) requestAnimationFrame(() => canvas.current?.reveal(id));
    },
    [acts],
  );
  const one = selection.length === 1 ? (workflow.tasks.find(({ id }) => id === selection[0])?.id ?? null) : null;
  useTaskInAddress(one, go);
  const groups = useOpenGroups(workflow, one);
  useDesignKeys({ acts, canvas, search, ask: setAsking });
  const ghost = useMemo(
    () => (asking?.kind === 'add' && asking.at !== undefined ? { x: asking.at[0], y: asking.at[1], wire: asking.wire } : null),
    [asking],
  );

  return (
    <DraftChanges value={changes}>
      <div
        className={cx(
          'grid h-full max-lg:grid-cols-[minmax(0,1fr)_320px] max-sm:grid-cols-1 max-sm:grid-rows-[minmax(0,1fr)_minmax(0,44%)]',
          readOnly
            ? 'grid-cols-[minmax(0,1fr)_352px]'
            : 'grid-cols-[200px_minmax(0,1fr)_352px] max-xl:grid-cols-[168px_minmax(0,1fr)_352px]',
        )}
      >
        {readOnly ? null : <Palette catalog={catalog} searchRef={search} className="max-lg:hidden" onAdd={addTask} />}
        <main className="grid min-h-0 min-w-0 grid-rows-[minmax(0,1fr)_auto]" aria-label="Designer">
          <div data-region data-tour-tasks={workflow.tasks.length > 0 || undefined} className="min-h-0">
            <Canvas
              ref={canvas}
              workflow={readOnly ? groups.workflow : workflow}
              catalog={catalog}
              mode={readOnly ? 'read' : 'design'}
              label={`Drawing of ${workflow.name}`}
              selection={selection}
              onSelect={chosen}
              onOpen={openTask}
              onToggleGroup={readOnly ? groups.toggle : acts.toggleGroup}
              {...(readOnly ? {} : { gestures })}
              problems={problems}
              changed={changed}
              pinned={pinned}
              matched={matched}
              minimap={!simulating}
              {...(live === null ? {} : { live })}
              asked={ghost}
            >
              <CanvasSearch changed={changed} pinned={pinned} onMatched={setMatched} onGo={go} />
              {readOnly ? null : <CanvasToolbar acts={acts} />}
              {workflow.tasks.length === 0 && !readOnly ? (
                <EmptyCanvas onAdd={() => setAsking({ kind: 'add', wire: null })} />
              ) : null}
            </Canvas>
          </div>
          {trying ? (
            <div className="min-h-0">
              <TryPanel onShown={(id) => canvas.current?.reveal(id)} />
              <ProblemsPanel onGo={go} folded />
            </div>
          ) : simulating ? (
            <SimulationDock selected={one} onSelect={go} onLive={simulation.setLive} />
          ) : dock === 'run' ? (
            <RunDock selected={one} onGo={go} onLive={setRunLive} />
          ) : dock === 'changes' ? (
            <ChangesPanel onGo={go} />
          ) : (
            <ProblemsPanel onGo={go} />
          )}
        </main>
        <Inspector acts={acts} />
        <Outline problems={problems} />
        <Announcer />
        {menu === null ? null : (
          <CanvasMenu
            asked={menu}
            acts={acts}
            onAdd={() =>
              setAsking(
                selection.length === 1
                  ? { kind: 'add', screen: menu.screen, wire: null }
                  : {
                      kind: 'add',
                      at: newPlace(menu.at, workflow.layout?.direction ?? 'LR', false),
                      screen: menu.screen,
                      wire: null,
                    },
              )
            }
            onConnect={(from) => setAsking({ kind: 'connect', from })}
            onInsert={() => {
              const [edge] = partsOfSelection(workflow, selection).edges;
              if (edge !== undefined) setAsking({ kind: 'add', screen: menu.screen, wire: null, onto: edge });
            }}
            onConfigure={openTask}
            onRename={() =>
              requestAnimationFrame(() => {
                if (canvas.current?.rename(selection[0] ?? '') !== true) focusName();
              })
            }
            onCopy={() => void copySelection(store)}
            onCut={() => void copySelection(store).then((done) => done && acts.remove())}
            onPaste={() => void pasteFromClipboard(acts)}
            onFit={() => canvas.current?.fit()}
            onClose={() => setMenu(null)}
          />
        )}
        {asking === null ? null : <DesignPicker asking={asking} acts={acts} onClose={() => setAsking(null)} canvas={canvas} />}
      </div>
    </DraftChanges>
  );
}
