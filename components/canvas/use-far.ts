import { useMemo, useRef } from 'react';
import { useStore } from '@xyflow/react';
import type { Drawing } from './project/drawing.ts';
import { countIn } from './project/seen-in.ts';

/** Elements the page may spend on what is seen of a drawing; with the rest of the page it stays under 3,000. */
const mostElements = 2300;
/** Elements a box needs between zoom 0.35 and 0.8, and a thread. */
const ofBox = 9;
const ofThread = 5;

/** Below this zoom one 2-D canvas paints everything. */
const farZoom = 0.35;
/** From this zoom on boxes are drawn as elements, however many. */
const nearZoom = 0.8;

/**
 * Whether the drawing is painted on one 2-D canvas: below zoom 0.35, and between 0.35 and 0.8 when more boxes are seen than the page can hold
 * as elements. It changes back a little later than it came, so that it does not flicker at the border.
 */
export function useFar(drawing: Drawing): boolean {
  const limit = useMemo(() => {
    const threads = drawing.boxes.size === 0 ? 0 : drawing.edges.length / drawing.boxes.size;
    return Math.floor(mostElements / (ofBox + ofThread * threads));
  }, [drawing]);
  const was = useRef(false);
  return useStore(({ transform: [x, y, zoom], width, height }) => {
    const now =
      zoom < farZoom ||
      (zoom < nearZoom &&
        drawing.boxes.size > limit &&
        countIn(
          drawing,
          { x: -x / zoom, y: -y / zoom, width: width / zoom, height: height / zoom },
          was.current ? limit * 0.85 : limit,
        ) >= (was.current ? limit * 0.85 : limit));
    was.current = now;
    return now;
  });
}
