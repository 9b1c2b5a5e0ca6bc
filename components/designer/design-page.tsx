'use client';
import { useCallback, useMemo, useRef, useState } from 'react';
import { Canvas } from '#components/canvas/canvas.tsx';
import type { CanvasHandle } from '#components/canvas/canvas-handle.ts';
import type { CanvasGestures } from '#components/canvas/gestures/canvas-gestures.ts';
import { useKeys } from '#components/shell/use-keys.ts';
import { useShortcuts } from '#components/shell/shortcuts.ts';
import { toast } from '#components/ui/toast.ts';
import { CanvasSearch } from './canvas/canvas-search.tsx';
import { CanvasToolbar } from './canvas/canvas-toolbar.tsx';
import { createDesignActs } from './canvas/design-acts.ts';
import { designShortcuts } from './canvas/design-shortcuts.ts';
import { DesignPicker, type Asking } from './canvas/design-picker.tsx';
import { EmptyCanvas } from './canvas/empty-canvas.tsx';
import { useChangedTasks } from './canvas/use-changed-tasks.ts';
import { useClipboard } from './canvas/use-clipboard.ts';
import { useDesignCommands } from './canvas/use-design-commands.tsx';
import { useProblemMarks } from './canvas/use-problem-marks.ts';
import { Inspector } from './inspector/inspector.tsx';
import { Announcer } from './outline/announcer.tsx';
import { Outline } from './outline/outline.tsx';
import { Palette } from './palette/palette.tsx';
import { ProblemsPanel } from './problems/problems-panel.tsx';
import { useDesigner } from './session/use-designer.ts';
import { useSession } from './session/workflow-session.ts';

/** The designer: palette, canvas, inspector, problems. Wiring only. */
export function DesignPage() {
  const { store, catalog, manifests } = useSession();
  const workflow = useDesigner((s) => s.workflow);
  const selection = useDesigner((s) => s.selection);
  const select = useDesigner((s) => s.select);
  const canvas = useRef<CanvasHandle>(null);
  const search = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const [matched, setMatched] = useState<ReadonlySet<string> | null>(null);
  const acts = useMemo(() => createDesignActs(store, catalog, () => canvas.current), [store, catalog]);
  const problems = useProblemMarks();
  const changed = useChangedTasks();
  useClipboard(store, acts);
  useShortcuts('Designer', designShortcuts);
  useDesignCommands(acts, canvas);

  const gestures = useMemo<CanvasGestures>(
    () => ({
      move: acts.move,
      connect: acts.connect,
      splice: (edge, task) => acts.splice(edge, task),
      drop(operator, at, onto) {
        const manifest = manifests.get(operator);
        if (manifest !== undefined) acts.add(manifest, onto === null ? { at, wire: null } : { at, onto });
      },
      ask: ({ at, screen, wire }) => setAsking({ kind: 'add', at, screen, wire }),
      refuse(reason) {
        toast({ title: `Not connected: ${reason}.` });
        store.getState().say(`Not connected: ${reason}.`);
      },
      editNote: (id, text) =>
        void store
          .getState()
          .edit(text.trim() === '' ? { type: 'remove', ids: [id] } : { type: 'update-note', id, fields: { text } }, {
            label: 'edit a note',
          }),
    }),
    [acts, manifests, store],
  );
  const openTask = useCallback((id: string) => {
    requestAnimationFrame(() => focusInspector(id));
  }, []);
  const go = useCallback(
    (id: string) => {
      select([id]);
      canvas.current?.reveal(id);
    },
    [select],
  );
  const one = selection.length === 1 && workflow.tasks.some((task) => task.id === selection[0]) ? selection[0] : undefined;
  // Arrow keys find the drawing when nothing else has the keyboard.
  const toCanvas = (): void | false => {
    if (document.activeElement !== null && document.activeElement !== document.body) return false;
    canvas.current?.focus();
  };
  useKeys({
    '/': () => search.current?.querySelector('input')?.focus(),
    a: () => setAsking({ kind: 'add', wire: null }),
    c: () =>
      one === undefined
        ? toast({ title: 'Select the task that the edge begins at.' })
        : setAsking({ kind: 'connect', from: one }),
    d: acts.toggleDisabled,
    n: acts.note,
    l: () => void acts.arrange(),
    Delete: acts.remove,
    Backspace: acts.remove,
    F2: () => (one === undefined ? false : focusName()),
    'mod+z': () => (typing() ? false : store.getState().undo()),
    'mod+shift+z': () => (typing() ? false : store.getState().redo()),
    'mod+y': () => (typing() ? false : store.getState().redo()),
    'mod+d': acts.duplicate,
    'mod+a': () => (typing() ? false : acts.selectAll()),
    'mod+g': acts.group,
    'mod+shift+g': acts.ungroup,
    'alt+ArrowDown': () => acts.selectAlong('after'),
    'alt+ArrowUp': () => acts.selectAlong('before'),
    Escape: () => (selection.length > 0 ? select([]) : false),
    ArrowLeft: toCanvas,
    ArrowRight: toCanvas,
    ArrowUp: toCanvas,
    ArrowDown: toCanvas,
    F6: nextRegion,
  });

  return (
    <div className="grid h-full grid-cols-[200px_minmax(0,1fr)_352px] max-xl:grid-cols-[168px_minmax(0,1fr)_352px] max-lg:grid-cols-[minmax(0,1fr)_320px] max-sm:grid-cols-1 max-sm:grid-rows-[minmax(0,1fr)_minmax(0,44%)]">
      <Palette
        catalog={catalog}
        searchRef={search}
        className="max-lg:hidden"
        onAdd={(manifest) => {
          const id = acts.add(manifest);
          if (id !== null) requestAnimationFrame(() => canvas.current?.reveal(id));
        }}
      />
      <main className="grid min-h-0 min-w-0 grid-rows-[minmax(0,1fr)_auto]" aria-label="Designer">
        <div data-region className="min-h-0">
          <Canvas
            ref={canvas}
            workflow={workflow}
            catalog={catalog}
            mode="design"
            label={`Drawing of ${workflow.name}`}
            selection={selection}
            onSelect={select}
            onOpen={openTask}
            gestures={gestures}
            problems={problems}
            changed={changed}
            matched={matched}
          >
            <CanvasSearch onMatched={setMatched} onGo={go} />
            <CanvasToolbar acts={acts} />
            {workflow.tasks.length === 0 ? <EmptyCanvas onAdd={() => setAsking({ kind: 'add', wire: null })} /> : null}
          </Canvas>
        </div>
        <ProblemsPanel onGo={go} />
      </main>
      <Inspector acts={acts} />
      <Outline />
      <Announcer />
      {asking === null ? null : <DesignPicker asking={asking} acts={acts} onClose={() => setAsking(null)} canvas={canvas} />}
    </div>
  );
}

const typing = (): boolean => {
  const at = document.activeElement;
  return at instanceof HTMLElement && (at.isContentEditable || /^(INPUT|TEXTAREA)$/.test(at.tagName));
};
function focusInspector(id: string): void {
  const panel = document.querySelector<HTMLElement>(`[data-inspector="${CSS.escape(id)}"]`);
  const field = panel?.querySelector<HTMLElement>(
    '[data-field] input, [data-field] textarea, [data-field] [contenteditable=true], [data-field] button',
  );
  (field ?? panel?.querySelector<HTMLElement>('[role=tab]'))?.focus();
}
function focusName(): void {
  const name = document.querySelector<HTMLInputElement>('[data-task-name]');
  name?.focus();
  name?.select();
}
/** F6 goes round the parts of the page, as in desktop programs. */
function nextRegion(): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')];
  const here = regions.findIndex((region) => region.contains(document.activeElement));
  const next = regions[(here + 1) % Math.max(1, regions.length)];
  const selected = next?.querySelector<HTMLElement>('[data-task][aria-current=true]');
  const first = next?.querySelector<HTMLElement>(
    '[data-task][tabindex="0"], input:not([type=hidden]), [contenteditable=true], button, [tabindex="0"]',
  );
  (selected ?? first)?.focus();
}
