interface View {
  x: number;
  y: number;
  zoom: number;
}

/** The view `times` as near, with what lies at a point of the pane (px) staying there. */
export function zoomAround(view: View, at: { x: number; y: number }, times: number): View {
  return { x: at.x - (at.x - view.x) * times, y: at.y - (at.y - view.y) * times, zoom: view.zoom * times };
}
