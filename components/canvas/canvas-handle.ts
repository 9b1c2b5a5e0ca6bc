/** What the page around a canvas may ask of it. */
export interface CanvasHandle {
  /** Shows the whole drawing, never above 100 %. */
  fit(): void;
  zoomIn(): void;
  zoomOut(): void;
  /** 1 is 100 %. */
  zoomTo(zoom: number): void;
  /** Brings a box into view if it is not; `focus` moves the keyboard there too. */
  reveal(id: string, options?: { focus?: boolean; centre?: boolean }): void;
  /** Middle of what is seen, px of the drawing. */
  centre(): { x: number; y: number };
  /** Puts the keyboard on the canvas: on the selected box, else the first. */
  focus(): void;
}
