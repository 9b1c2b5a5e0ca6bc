/** What the page around a canvas may ask of it. */
export interface CanvasHandle {
  /** Shows the whole drawing, never above 100 %. */
  fit(): void;
  /** To and fro between the whole drawing and these boxes at a readable size. */
  zoomToSelection(ids: readonly string[]): void;
  zoomIn(): void;
  zoomOut(): void;
  /** 1 is 100 %. */
  zoomTo(zoom: number): void;
  /** Brings a box into view if it is not; `focus` moves the keyboard there too. */
  reveal(id: string, options?: { focus?: boolean; centre?: boolean }): void;
  /** Middle of what is seen, px of the drawing. */
  centre(): { x: number; y: number };
  /** Where the pointer is over the canvas, px of the drawing; null when it is elsewhere. */
  place(): { x: number; y: number } | null;
  /** The drawing as a picture in the colours it is shown in; see `DrawingPicture`. */
  picture(kind: 'svg' | 'png', options: { title: string; only?: readonly string[] }): Promise<Blob>;
  /** What is moved next by the document goes there in 180 ms, below 200 boxes and unless less motion is wished for. */
  settle(): void;
  /** Renames a task or group in place; false when it is not on the drawing. */
  rename(id: string): boolean;
  /** Puts the keyboard on the canvas: on the selected box, else the first. */
  focus(): void;
}
