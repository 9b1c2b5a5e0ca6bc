/** How a shape looks; colours are CSS colours, lengths px. */
export interface Look {
  fill?: string;
  stroke?: string;
  width?: number;
  dash?: readonly number[];
  round?: boolean;
  opacity?: number;
}
/** How a text looks. `at` is the middle of its line, on the left or (`middle`) in the centre. */
export interface TextLook {
  size: number;
  weight: 400 | 560;
  fill: string;
  family: string;
  middle?: boolean;
  /** Colour of a rim round the letters, so that lines under them do not disturb. */
  halo?: string;
  struck?: boolean;
  opacity?: number;
}

/** What a picture is drawn with: an SVG text or a 2-D canvas, so that both show the same. Coordinates are px of the drawing. */
export interface Pen {
  /** `d` is SVG path data; `at` moves and scales it. */
  path(d: string, look: Look, at?: { x: number; y: number; scale: number }): void;
  text(text: string, x: number, y: number, look: TextLook): void;
}
