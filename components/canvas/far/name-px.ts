/** Height of a line of text, px of the screen. */
const line = 14;
/** Room for the name of a frame above its boxes, px of the drawing. */
const head = 32;

/** How high the name of a frame stands above its line, px of the screen, where there is no room for it inside: 0 where there is. */
export const namePx = (zoom: number): number => (head * zoom < line ? line : 0);
