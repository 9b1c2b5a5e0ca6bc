import { useState, type PointerEvent } from 'react';

/** Whether the canvas was last pressed by a finger: it moves the view where a mouse would drag a box. */
export function useTouching(): { is: boolean; by: (event: PointerEvent) => void } {
  const [is, set] = useState(false);
  return { is, by: (event) => set(event.pointerType === 'touch') };
}
