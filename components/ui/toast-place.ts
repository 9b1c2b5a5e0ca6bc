/** px of the screen. */
interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}
export interface ToastEdge {
  edge: 'top' | 'bottom';
  /** Distance from it, px. */
  px: number;
}

const gap = 8;
const rest = 40;
const bar = 56;

/**
 * Where toasts stand so that they cover neither what they talk about nor its buttons: below in the middle; above what is docked at the lower
 * end there (`docks`), unless that would lift them over the middle of the screen; under the top bar while a dialog asks something, whose
 * buttons are at its lower end.
 */
export function toastPlace(screen: { width: number; height: number }, docks: readonly Box[], dialog: Box | null): ToastEdge {
  if (dialog !== null) return { edge: 'top', px: dialog.top > 2 * bar ? bar : gap };
  const middle = screen.width / 2;
  const half = Math.min(460, screen.width - 32) / 2;
  const tops = docks
    .filter(
      ({ left, right, top, bottom }) =>
        left < middle + half && right > middle - half && bottom > top && bottom > screen.height - rest,
    )
    .map(({ top }) => top);
  const top = Math.min(screen.height, ...tops);
  const px = Math.max(rest, screen.height - top + gap);
  return px > screen.height / 2 ? { edge: 'top', px: bar } : { edge: 'bottom', px };
}
