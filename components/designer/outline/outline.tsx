import { memo, useCallback } from 'react';
import { DrawingOutline } from '#components/canvas/outline/drawing-outline.tsx';
import type { ProblemMark } from '#components/canvas/project/problem-mark.ts';
import { useDesigner } from '../session/use-designer.ts';
import { useSession } from '../session/workflow-session.ts';

/** The draft as a list for screen readers, with what is wrong. */
export const Outline = memo(function Outline({ problems }: { problems: ReadonlyMap<string, ProblemMark> }) {
  const workflow = useDesigner((s) => s.workflow);
  const { manifests } = useSession();
  const words = useCallback((task: string) => problems.get(task)?.text ?? null, [problems]);
  return <DrawingOutline workflow={workflow} manifests={manifests} words={words} />;
});
