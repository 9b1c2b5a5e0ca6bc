/** What a dragged field is known by, besides its text for other programs. */
const kind = 'application/x-drawloom-path';

/** Puts a path such as `tasks.load.output.rows` on its way: any text field of any program gets it as a template. */
export function startTemplateDrag(data: DataTransfer, path: string): void {
  data.effectAllowed = 'copy';
  data.setData(kind, path);
  data.setData('text/plain', `{{ ${path} }}`);
}

/** Whether a path is being dragged; its text can only be read once it is let go. */
export const isTemplateDrag = (data: DataTransfer): boolean => data.types.includes(kind);

/** The path that was let go; null when it is something else. */
export const droppedPath = (data: DataTransfer): string | null => data.getData(kind) || null;
