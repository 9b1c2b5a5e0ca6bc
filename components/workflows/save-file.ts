import { saveBlob } from './save-blob.ts';

/** Lets the browser save a text as a file. */
export function saveFile(text: string, filename: string, type: string): void {
  saveBlob(new Blob([text], { type }), filename);
}
