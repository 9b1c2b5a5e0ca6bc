'use client';
import '@xyflow/react/dist/base.css';
import './canvas.css';
import { ReactFlowProvider } from '@xyflow/react';
import type { ReactNode, Ref } from 'react';
import type { Manifest } from '#domain/definition/schema/manifest.ts';
import type { Workflow } from '#domain/definition/schema/workflow.ts';
import type { CanvasHandle } from './canvas-handle.ts';
import { CanvasFlow } from './canvas-flow.tsx';
import type { CanvasGestures, Selection } from './gestures/canvas-gestures.ts';
import type { Ghost } from './gestures/ghost-store.ts';
import type { LiveStatusStore } from './live/live-status-store.ts';
import type { DiffMarks } from './project/diff-marks.ts';
import type { ProblemMark } from './project/problem-mark.ts';

export interface CanvasProps {
  workflow: Workflow;
  catalog: readonly Manifest[];
  mode: 'design' | 'read';
  /** Its name for screen readers. */
  label?: string;
  selection?: Selection;
  onSelect?: (selection: Selection) => void;
  /** Enter or a double click on a task. */
  onOpen?: (task: string) => void;
  /** A group shall be opened or collapsed. */
  onToggleGroup?: (group: string) => void;
  gestures?: CanvasGestures;
  /** Statuses of a run: the tile becomes a ring, the second line the reason. */
  live?: LiveStatusStore;
  /** Worst problem of a task and its sentence. */
  problems?: ReadonlyMap<string, ProblemMark>;
  /** Tasks that differ from the published version. */
  changed?: ReadonlySet<string>;
  /** How this drawing differs from another: what was added, removed, changed. */
  diff?: DiffMarks;
  /** Tasks whose output is pinned for tries. */
  pinned?: ReadonlySet<string>;
  /** Ids found by a search; the rest is drawn faint. */
  matched?: ReadonlySet<string> | null;
  /** A new box that is asked about: drawn as a ghost. */
  asked?: Ghost | null;
  /** It opens with the whole drawing, however small. */
  overview?: boolean;
  minimap?: boolean;
  /** Zoom, fit and the like at the lower left. */
  controls?: boolean;
  ref?: Ref<CanvasHandle>;
  /** Panels over the canvas. */
  children?: ReactNode;
}

/** The canvas with what it needs around it. */
export function CanvasSurface(props: CanvasProps) {
  return (
    <ReactFlowProvider>
      <CanvasFlow {...props} />
    </ReactFlowProvider>
  );
}
