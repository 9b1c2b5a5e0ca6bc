import { saveBlob } from '#components/workflows/save-blob.ts';
import { toast } from '#components/ui/toast.ts';
import type { ActsDesk } from './acts-desk.ts';

/** The drawing, or the selected part of it, as a picture file. */
export interface PictureActs {
  savePicture(kind: 'svg' | 'png', part: 'all' | 'selection'): Promise<void>;
}

export function createPictureActs(desk: ActsDesk): PictureActs {
  return {
    async savePicture(kind, part) {
      const { workflow, selection } = desk.now();
      const canvas = desk.canvas();
      if (canvas === null) return;
      try {
        const picture = await canvas.picture(kind, {
          title: workflow.name,
          ...(part === 'selection' && selection.length > 0 ? { only: selection } : {}),
        });
        const name = workflow.name.replace(/[^\p{L}\p{N}._ -]+/gu, '_').trim() || workflow.id;
        saveBlob(picture, `${name}.${kind}`);
        desk.say(`${name}.${kind} saved.`);
      } catch (error) {
        toast({ title: error instanceof Error ? error.message : String(error), level: 'error' });
      }
    },
  };
}
